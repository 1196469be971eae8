package dev.accolade.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

    static final KnownNames KNOWN = new KnownNames(Map.of("fedora", "fas", "reef", "cave", "academy", "cloudspot"),
            Map.of("badges", "badgr", "lrs", "learning-locker"));
    static final String BADGE = "award: {target: badges, issuer: Fedora Project, badge: Packager}";
    static final String WHEN = "when: {source: fedora, group: packager}";
    static final String CLIENT = "authorize: {target: lrs, store: Academy, authority: {mbox: \"${person.email}\"}, scopes: [statements/write]}";

    @Test
    void readsEveryPartOfARule() {
        Rule rule = read("""
                version: 1
                rules:
                  - id: packager
                    title: Packager badge
                    when: {source: fedora, group: packager, role: [user, sponsor]}
                    except: {group: bots}
                    award: {target: badges, issuer: Fedora Project, badge: Packager, narrative: "In ${scope.name}", evidence: ["https://x.example.org/${ scope.id }"]}
                    on-leave: {do: revoke, after: P7D, reason: Left}
                """).rules().get(0);
        assertThat(rule.line()).isEqualTo(3);
        assertThat(rule.condition()).isEqualTo("sponsor or user in packager of fedora except anything in bots of fedora");
        assertThat(rule.onLeave()).isEqualTo(new OnLeave(OnLeave.Action.REVOKE, Duration.ofDays(7), "Left"));
        assertThat(rule.award().objectName()).isEqualTo("Fedora Project / Packager");
    }

    @Test
    void threeMistakesAreNamedAtOnceWithPlaceAndNearestName() {
        assertThat(mistakes("""
                version: 1
                rules:
                  - id: packager
                    when: {source: fedorra, group: packager}
                    award: {target: badges, issuer: Fedora Project, badge: Packager, narrative: "In ${scope.nam}"}
                    on-leave:
                      do: revok
                """)).containsExactly(
                "rules.yaml:4:20: No source is named 'fedorra'; did you mean 'fedora'? known: academy, fedora, reef.",
                "rules.yaml:5:81: '${scope.nam}' is no variable; did you mean 'scope.name'? known: member.id, member.name, member.username, person.email, right, "
                        + "rule.title, scope.id, scope.name.",
                "rules.yaml:7:11: 'revok' cannot be done here; did you mean 'revoke'? known: keep, revoke.");
    }

    @Test
    void anUnknownNameIsReportedWhereTheNameStandsAndNotWhereItsValueBegins() {
        assertThat(mistakes("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    " + BADGE + "\n    onleave:\n      do: keep\n"))
                .singleElement().asString().startsWith("rules.yaml:6:5: 'onleave' is nothing a rule knows; did you mean 'on-leave'?");
    }

    @Test
    void twoRulesWithOneIdAreReportedAtTheSecondIdEvenWhenTheFirstRuleIsWrong() {
        List<String> mistakes = mistakes("version: 1\nrules:\n  - id: a\n    when: {source: nowhere, group: g}\n    " + BADGE + "\n  - id: a\n    " + WHEN + "\n    " + BADGE + "\n");
        assertThat(mistakes).hasSize(2);
        assertThat(mistakes.get(1)).isEqualTo("rules.yaml:6:9: The id 'a' is taken by the rule at line 3.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "an empty file                   | `` | 1:1: The file is empty; it needs 'version: 1' and 'rules:'.",
        "a comment alone                 | `# nothing` | 1:1: The file is empty; it needs 'version: 1' and 'rules:'.",
        "text                            | `hello` | 1:1: The file must be a mapping of names to values, but is 'hello'.",
        "no YAML                         | `version: [1` | This is not YAML",
        "a tab for indentation           | `version: 1%\trules: []` | This is not YAML",
        "a control character             | `version: \u0001` | This is not YAML",
        "two documents                   | `version: 1%---%version: 1` | This is not YAML",
        "no version                      | `rules: []` | 1:1: A rules file needs 'version'.",
        "another version                 | `version: 2%rules: []` | 1:10: Version 2 is not known; this program reads version 1.",
        "no rules                        | `version: 1` | 1:1: A rules file needs 'rules'.",
        "rules that are no list          | `version: 1%rules: {}` | 2:8: 'rules' must be a list.",
        "a rule that is no mapping       | `version: 1%rules: [a]` | 2:9: A rule must be a mapping of names to values, but is 'a'.",
        "a name twice                    | `version: 1%rules: []%version: 1` | 3:1: 'version' stands here a second time",
    })
    void saysWhatIsWrongWithTheFileAsAWhole(String name, String text, String expected) {
        assertThat(mistakes(text.replace('%', '\n'))).singleElement().asString().contains(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "no id                           | WHEN%BADGE | A rule needs 'id'.",
        "an id that is null              | id: null%WHEN%BADGE | 'id' must be text, but is empty.",
        "no condition                    | id: a%BADGE | Rule 'a' needs 'when'.",
        "an empty condition              | id: a%when:%BADGE | 'when' must be a mapping",
        "nothing earned                  | id: a%WHEN | Rule 'a' needs exactly one of 'award'",
        "both earned                     | id: a%WHEN%BADGE%CLIENT | Rule 'a' needs exactly one of 'award'",
        "a condition without source      | id: a%when: {group: g}%BADGE | A condition needs 'source'.",
        "a condition without group       | id: a%when: {source: fedora, role: user}%BADGE | A condition on fedora needs 'group'.",
        "a role nobody has               | id: a%when: {source: fedora, group: g, role: usr}%BADGE | 'usr' is no role of fedora; did you mean 'user'?",
        "a role of another type          | id: a%when: {source: reef, group: g, role: sponsor}%BADGE | 'sponsor' is no role of reef; known: admin, member.",
        "a list of no roles              | id: a%when: {source: fedora, group: g, role: []}%BADGE | 'role' is an empty list",
        "a word of another type          | id: a%when: {source: academy, group: g, permission: p}%BADGE | 'group' is nothing a condition on academy knows",
        "a condition on a whole source   | id: a%when: {source: academy}%BADGE | A condition on academy needs 'permission' or 'company'.",
        "an exception of nothing         | id: a%WHEN%BADGE%except: {} | A condition on fedora needs 'group'.",
        "an unknown target               | id: a%WHEN%award: {target: badge, issuer: i, badge: b} | No target of type badgr is named 'badge'; did you mean 'badges'?",
        "a target of the other type      | id: a%WHEN%award: {target: lrs, issuer: i, badge: b} | No target of type badgr is named 'lrs'; known: badges.",
        "no badge                        | id: a%WHEN%award: {target: badges, issuer: i} | 'award' needs 'badge'.",
        "a variable that never ends      | id: a%WHEN%award: {target: badges, issuer: i, badge: b, narrative: 'In ${scope.name'} | never ends",
        "a length of time in words       | id: a%WHEN%BADGE%on-leave: {do: revoke, after: 7 days} | '7 days' is no length of time; write P7D",
        "a length of time below zero     | id: a%WHEN%BADGE%on-leave: {do: revoke, after: P-1D} | 'P-1D' is no length of time",
        "a length of time beyond any     | id: a%WHEN%BADGE%on-leave: {do: revoke, after: P99999999999D} | 'P99999999999D' is no length of time",
        "on-leave without do             | id: a%WHEN%BADGE%on-leave: {after: P1D} | 'on-leave' needs 'do'.",
        "something else on drift         | id: a%WHEN%BADGE%on-drift: haul | 'haul' is nothing 'on-drift' knows; did you mean 'heal'?",
        "on-leave as a word              | id: a%WHEN%BADGE%on-leave: keep | 'on-leave' must be a mapping",
        "a badge that is disabled        | id: a%WHEN%BADGE%on-leave: {do: disable} | 'disable' cannot be done here",
        "a client that is revoked        | id: a%WHEN%CLIENT%on-leave: {do: revoke} | 'revoke' cannot be done here",
        "a scope no client holds         | id: a%WHEN%authorize: {target: lrs, store: s, authority: {mbox: m}, scopes: [statement/write]} | did you mean 'statements/write'?",
        "a list of no scopes             | id: a%WHEN%authorize: {target: lrs, store: s, authority: {mbox: m}, scopes: []} | 'scopes' is an empty list",
        "no scopes                       | id: a%WHEN%authorize: {target: lrs, store: s, authority: {mbox: m}} | 'authorize' needs 'scopes'.",
        "two identifiers                 | id: a%WHEN%authorize: {target: lrs, store: s, authority: {mbox: m, openid: o}, scopes: [all]} | exactly one of 'mbox', 'openid' and 'account', but has 2.",
        "no identifier                   | id: a%WHEN%authorize: {target: lrs, store: s, authority: {name: n}, scopes: [all]} | but has 0.",
        "half an account                 | id: a%WHEN%authorize: {target: lrs, store: s, authority: {account: {name: n}}, scopes: [all]} | 'account' needs 'homePage'.",
    })
    void saysWhatIsWrongWithARule(String name, String rule, String expected) {
        String lines = rule.replace("WHEN", WHEN).replace("BADGE", BADGE).replace("CLIENT", CLIENT).replace("%", "\n    ");
        assertThat(mistakes("version: 1\nrules:\n  - " + lines + "\n")).singleElement().asString().contains(expected);
    }

    @Test
    void aWrongClientIsNotToldThatItCannotBeDisabledAsWell() {
        assertThat(mistakes("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    authorize: {target: lsr, store: s, authority: {mbox: m}, scopes: [all]}\n    on-leave: {do: disable}\n"))
                .singleElement().asString().contains("'lsr'");
    }

    @Test
    void whoSaysNothingAboutLeavingTakesNothingAway() {
        assertThat(read("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    " + BADGE + "\n").rules().get(0).onLeave()).isEqualTo(OnLeave.DEFAULT);
        assertThat(read("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    " + CLIENT + "\n    on-leave: {do: disable}\n").rules().get(0).onLeave().action())
                .isEqualTo(OnLeave.Action.DISABLE);
    }

    @Test
    void anExceptionMayNameAnotherSource() {
        Rule rule = read("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    " + BADGE + "\n    except: {source: academy, permission: staff}\n").rules().get(0);
        assertThat(rule.except().get(0).condition().source()).isEqualTo("academy");
        assertThat(((Holds) rule.except().get(0).condition()).scope()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsAMistakeLikeAnyOther(@TempDir Path folder) throws Exception {
        assertThat(catchThrowableOfType(RuleFileException.class, () -> RuleFile.read(folder.resolve("none.yaml"), KNOWN)))
                .hasMessageContaining("none.yaml:1:1: The file cannot be read").hasMessageContaining("accolade.rules");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe9, (byte) 0xff});
        assertThat(catchThrowableOfType(RuleFileException.class, () -> RuleFile.read(latin, KNOWN))).hasMessageContaining("cannot be read");
    }

    @Test
    void aBadgeKeepsItsAddressUnlessItsRuleSaysOtherwise() {
        assertThat(read("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    " + BADGE + "\n").rules().get(0).onIdentityChange()).isEqualTo(OnIdentityChange.KEEP);
        assertThat(read("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    " + BADGE + "\n    on-identity-change: reissue\n").rules().get(0).onIdentityChange())
                .isEqualTo(OnIdentityChange.REISSUE);
        assertThat(mistakes("version: 1\nrules:\n  - id: a\n    " + WHEN + "\n    " + BADGE + "\n    on-identity-change: move\n  - id: b\n    " + WHEN + "\n    " + CLIENT
                + "\n    on-identity-change: keep\n")).containsExactly(
                "rules.yaml:6:25: 'move' cannot be done here; known: keep, reissue.",
                "rules.yaml:10:25: 'on-identity-change' is for badges; a client is always brought up to date. Leave it out.");
    }

    static RuleBook read(String text) {
        return RuleFile.parse("rules.yaml", text, KNOWN);
    }

    private static List<String> mistakes(String text) {
        RuleFileException wrong = catchThrowableOfType(RuleFileException.class, () -> RuleFile.parse("rules.yaml", text, KNOWN));
        assertThat(wrong).as("a file with mistakes is not read").isNotNull();
        return wrong.problems().stream().map(RuleProblem::toString).toList();
    }
}
