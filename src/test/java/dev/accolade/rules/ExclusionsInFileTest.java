package dev.accolade.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExclusionsInFileTest {

    private static final KnownNames NAMES = new KnownNames(Map.of("fedora", "fas", "reef", "cave", "academy", "cloudspot"), Map.of("badges", "badgr"));
    private static final String RULE = "rules:\n  - {id: r, when: {source: fedora, group: packager}, award: {target: badges, issuer: I, badge: B}%s}\n";

    private static RuleBook book(String head, String except) {
        return RuleFile.parse("r.yaml", "version: 1\n" + head + RULE.formatted(except), NAMES);
    }

    private static List<String> mistakes(String head, String except) {
        try {
            book(head, except);
            return List.of();
        } catch (RuleFileException wrong) {
            return wrong.problems().stream().map(RuleProblem::toString).toList();
        }
    }

    @Test
    void eachRuleHasItsOwnExceptionsAndThoseForAllWithTheirLines() {
        RuleBook book = book("exclude:\n  - {source: fedora, status: [bot, inactive]}\n  - {source: academy, permission: none_please}\n", ", except: [{group: bots}, {status: expired}]");
        Rule rule = book.rules().get(0);
        assertThat(rule.except()).containsExactly(
                new Exclusion(6, new Holds("fedora", java.util.Optional.of("bots"), new TreeSet<>()), false),
                new Exclusion(6, new HasStatus("fedora", new TreeSet<>(Set.of("expired"))), false),
                new Exclusion(3, new HasStatus("fedora", new TreeSet<>(Set.of("bot", "inactive"))), false),
                new Exclusion(4, new Holds("academy", java.util.Optional.empty(), new TreeSet<>(Set.of("none_please"))), true));
        assertThat(book.exclude()).hasSize(2);
        assertThat(rule.except().get(2).sentence()).isEqualTo("excluded by line 3 because of status bot or inactive in fedora");
    }

    @Test
    void aConditionTellsItsExclusionsWhateverTheirOrder() {
        assertThat(book("", ", except: {group: bots}").rules().get(0).condition()).as("as before there were lists, so that no removal is held by an upgrade")
                .startsWith("anything in packager of fedora except anything in bots of fedora");
        assertThat(book("", ", except: [{group: bots}, {status: bot}]").rules().get(0).condition())
                .isEqualTo(book("exclude: {source: fedora, status: bot}\n", ", except: {group: bots}").rules().get(0).condition())
                .isNotEqualTo(book("", ", except: {group: bots}").rules().get(0).condition());
    }

    @Test
    void everyMistakeIsReportedWithItsPlaceAndTheNearestName() {
        assertThat(mistakes("exclude:\n  - {source: fedora, status: inactiv}\n  - {source: reef, status: bot}\n  - {status: bot}\n  - {source: fedoro, status: bot}\n"
                + "  - {source: fedora, group: bots, status: bot}\n", ", except: []")).containsExactly(
                "r.yaml:3:30: 'inactiv' is no status of fedora; did you mean 'inactive'? known: active, admin_disabled, bot, expired, inactive, spamcheck_awaiting, "
                        + "spamcheck_denied, spamcheck_manual.",
                "r.yaml:4:5: A condition on reef needs 'group'.",
                "r.yaml:4:20: 'status' is nothing a condition on reef knows; known: group, role, source.",
                "r.yaml:5:5: A condition needs 'source'.",
                "r.yaml:6:14: No source is named 'fedoro'; did you mean 'fedora'? known: academy, fedora, reef.",
                "r.yaml:7:29: An exclusion is by 'status' or by 'group'; write one for each.",
                "r.yaml:9:108: 'except' is an empty list; name at least one, or leave it out.");
        assertThat(mistakes("exclude: nobody\n", "")).containsExactly("r.yaml:2:10: An exclusion must be a mapping of names to values, but is 'nobody'.");
        assertThatThrownBy(() -> RuleFile.parse("r.yaml", "version: 1\nexcludes: {}\nrules: []\n", NAMES)).hasMessageContaining("did you mean 'exclude'?");
    }

    @Test
    void whenAConditionIsWrongItsExceptionsAreReadAllTheSame() {
        String file = "version: 1\nrules:\n  - {id: r, when: {source: fedoro, group: a}, except: [{group: bots}, {source: fedora, status: bott}], "
                + "award: {target: badges, issuer: I, badge: B}}\n";
        assertThatThrownBy(() -> RuleFile.parse("r.yaml", file, NAMES)).isInstanceOfSatisfying(RuleFileException.class,
                wrong -> assertThat(wrong.problems()).extracting(RuleProblem::message).satisfiesExactly(
                        source -> assertThat(source).contains("'fedoro'"), status -> assertThat(status).contains("'bott' is no status")));
    }
}
