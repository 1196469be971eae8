package dev.accolade.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.Entitlement;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Person;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.model.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    /** What is present and listed whole: {@code packager} in {@code fedora} by id 5, {@code bots} by id 6, {@code divers} of {@code reef} by id 7. */
    record Known(Set<String> scopes, Set<String> listed) implements Knowledge {

        @Override
        public Optional<Scope> scope(String source, String nameOrId) {
            return scopes.contains(nameOrId) ? Optional.of(new Scope(new ScopeKey(source, id(nameOrId)), nameOrId)) : Optional.empty();
        }

        @Override
        public boolean listsEverybody(String source, Optional<Scope> scope) {
            return listed.contains(source) || scope.map(Scope::name).filter(listed::contains).isPresent();
        }

        @Override
        public boolean listsPeople(String source) {
            return listed.contains("people of " + source);
        }

        static String id(String name) {
            return Integer.toString(name.hashCode());
        }
    }

    static final MemberKey ANN = new MemberKey("fedora", "1");
    static final MemberKey ANN_TOO = new MemberKey("fedora", "2");

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource({
        // name,                                            scopes present,  listed whole,   holds,          read alone, verdict
        "holds it and everybody was listed,                 packager bots,   fedora,         packager,       no,  TRUE",
        "holds it not and everybody was listed,             packager bots,   fedora,         '',             no,  FALSE",
        "holds it but the source was never read or is old,  packager bots,   '',             packager,       no,  UNKNOWN",
        "holds it not and the source was never read,        packager bots,   '',             '',             no,  UNKNOWN",
        "holds it and was read alone,                       packager bots,   '',             packager,       yes, TRUE",
        "holds it not and was read alone,                   packager bots,   '',             '',             yes, FALSE",
        "the scope has vanished,                            bots,            fedora,         packager,       yes, UNKNOWN",
        "the excepted scope has vanished,                   packager,        fedora,         packager,       no,  UNKNOWN",
        "the excepted scope has vanished but holds nothing, packager,        fedora,         '',             no,  FALSE",
        "is excepted,                                       packager bots,   fedora,         packager bots,  no,  FALSE",
        "only the scope was listed and not the exception,   packager bots,   packager,       packager,       no,  UNKNOWN",
        "both scopes were listed,                           packager bots,   packager bots,  packager,       no,  TRUE",
        "is excepted by a list though nothing else is known,packager bots,   bots,           bots,           no,  FALSE",
        "holds something else,                              packager bots,   fedora,         other,          no,  FALSE",
    })
    void judgesInThreeValues(String name, String scopes, String listed, String holds, String alone, Truth expected) {
        Rule rule = rule("when: {source: fedora, group: packager}\n    except: {group: bots}");
        Person person = person(List.of(ANN), holds(ANN, holds), alone.equals("yes") ? Set.of(ANN) : Set.of());
        Verdict verdict = judge(scopes, listed).judge(rule, person);
        assertThat(verdict.truth()).isEqualTo(expected);
        assertThat(verdict.because().isPresent()).isEqualTo(expected == Truth.TRUE);
    }

    @Test
    void somebodyWithTwoAccountsOfOneSourceIsKnownOnlyWhenBothWereRead() {
        Rule rule = rule("when: {source: fedora, group: packager}");
        assertThat(judge("packager", "").judge(rule, person(List.of(ANN, ANN_TOO), List.of(), Set.of(ANN))).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(judge("packager", "").judge(rule, person(List.of(ANN, ANN_TOO), List.of(), Set.of(ANN, ANN_TOO))).truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void oneAccountThatIsExceptedExceptsThePerson() {
        Rule rule = rule("when: {source: fedora, group: packager}\n    except: {group: bots}");
        List<Entitlement> held = new ArrayList<>(holds(ANN, "packager"));
        held.addAll(holds(ANN_TOO, "bots"));
        assertThat(judge("packager bots", "fedora").judge(rule, person(List.of(ANN, ANN_TOO), held, Set.of())).truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void somebodyUnknownToASourceThatListsNobodyIsUnknownThere() {
        Rule rule = rule("when: {source: academy, permission: teach}");
        assertThat(judge("", "").judge(rule, person(List.of(ANN), List.of(), Set.of(ANN))).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aRightOfTheWrongKindDoesNotCount() {
        Rule rule = rule("when: {source: fedora, group: packager, role: sponsor}");
        assertThat(judge("packager", "fedora").judge(rule, person(List.of(ANN), holds(ANN, "packager"), Set.of())).truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void theSameFactsGiveTheSameReasonInWhateverOrderTheyCome() {
        MemberKey member = new MemberKey("academy", "1");
        Rule rule = rule("when: {source: academy, permission: user}");
        List<Entitlement> held = new ArrayList<>(holds(member, "alpha beta gamma"));
        Judge judge = judge("", "academy");
        Verdict first = judge.judge(rule, person(List.of(member), held, Set.of()));
        Collections.reverse(held);
        assertThat(judge.judge(rule, person(List.of(member), held, Set.of()))).isEqualTo(first);
    }

    @ParameterizedTest(name = "status {0}, listed {1}, read alone {2}: {3}")
    @CsvSource({"active, fedora people, no, TRUE", "bot, fedora people, no, FALSE", "inactive, fedora people, no, FALSE", "active, fedora, no, UNKNOWN", "bot, fedora, no, UNKNOWN",
        "bot, fedora, yes, FALSE", "active, fedora, yes, TRUE"})
    void aStatusIsKnownWhenAllPeopleWereListedOrThePersonWasRead(String status, String listed, String alone, Truth expected) {
        Rule rule = rule("when: {source: fedora, group: packager}\n    except: [{group: bots}, {status: [bot, inactive]}]");
        Person person = new Person(1, List.of(new Member(ANN, "ann", Optional.empty(), Optional.empty(), status)), holds(ANN, "packager"), alone.equals("yes") ? Set.of(ANN) : Set.of());
        Verdict verdict = new Judge(new Known(words("packager bots"), listed.equals("fedora people") ? Set.of("fedora", "people of fedora") : Set.of("fedora"))).judge(rule, person);
        assertThat(verdict.truth()).isEqualTo(expected);
        assertThat(verdict.excluded().map(Exclusion::line)).isEqualTo(expected == Truth.FALSE ? Optional.of(5) : Optional.empty());
    }

    @Test
    void whoIsUnknownToASourceOfPeopleMayBeExcludedThereButNobodyWhoIsNotEnrolledIs() {
        Rule byPeople = rule("when: {source: academy, permission: teach}\n    except: {source: fedora, status: bot}");
        MemberKey teacher = new MemberKey("academy", "1");
        Person person = person(List.of(teacher), List.of(new Entitlement(teacher, new ScopeKey("academy", "x"), "teach", Instant.EPOCH)), Set.of(teacher));
        assertThat(new Judge(new Known(Set.of(), Set.of())).judge(byPeople, person).truth()).as("fedora was never read").isEqualTo(Truth.UNKNOWN);
        assertThat(new Judge(new Known(Set.of(), Set.of("people of fedora"))).judge(byPeople, person).truth()).isEqualTo(Truth.TRUE);
        Rule byEnrolled = rule("when: {source: fedora, group: packager}\n    except: {source: academy, permission: no_badges}");
        assertThat(judge("packager", "fedora").judge(byEnrolled, person(List.of(ANN), holds(ANN, "packager"), Set.of())).truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void aRightThatTheLastReadLackedIsNeitherThereNorGone() {
        Rule rule = rule("when: {source: fedora, group: packager}\n    except: {group: bots}");
        Judge judge = judge("packager bots", "fedora");
        assertThat(judge.judge(rule, person(List.of(ANN), List.of(doubtful("packager")), Set.of())).truth()).isEqualTo(Truth.UNKNOWN);
        List<Entitlement> both = new ArrayList<>(holds(ANN, "packager"));
        both.add(doubtful("bots"));
        assertThat(judge.judge(rule, person(List.of(ANN), both, Set.of())).truth()).as("perhaps still a bot").isEqualTo(Truth.UNKNOWN);
    }

    private static Entitlement doubtful(String scope) {
        return new Entitlement(ANN, new ScopeKey("fedora", Known.id(scope)), "user", Instant.EPOCH, true);
    }

    private static Judge judge(String scopes, String listed) {
        return new Judge(new Known(words(scopes), words(listed)));
    }

    private static Rule rule(String conditions) {
        return RuleFileTest.read("version: 1\nrules:\n  - id: a\n    " + conditions + "\n    " + RuleFileTest.BADGE + "\n").rules().get(0);
    }

    private static Person person(List<MemberKey> members, List<Entitlement> held, Set<MemberKey> readAlone) {
        return new Person(1, members.stream().map(key -> new Member(key, key.id(), Optional.empty(), Optional.empty(), "active")).toList(), held, readAlone);
    }

    private static List<Entitlement> holds(MemberKey member, String scopes) {
        return words(scopes).stream().sorted()
                .map(scope -> new Entitlement(member, new ScopeKey(member.source(), Known.id(scope)), "user", Instant.EPOCH)).toList();
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : new HashSet<>(Arrays.asList(text.strip().split(" ")));
    }
}
