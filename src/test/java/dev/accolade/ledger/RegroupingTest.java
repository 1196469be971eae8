package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.StepKind;
import dev.accolade.rules.Identities;
import dev.accolade.rules.IdentityFile;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleBook;
import dev.accolade.rules.RuleFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that was deleted and made anew under another id, and the operator's word that follows it. */
class RegroupingTest {

    private static final KnownNames NAMES = new KnownNames(Map.of("fedora", "fas"), Map.of("badges", "badgr"));
    private static final RuleBook BOOK = RuleFile.parse("rules.yaml", """
            version: 1
            rules:
              - {id: p, when: {source: fedora, group: packager}, award: {target: badges, issuer: I, badge: P}}
              - {id: q, when: {source: fedora, group: docs}, award: {target: badges, issuer: I, badge: Q}}
            """, NAMES);

    @TempDir
    Path folder;
    TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        ledger.read("packager/1", "docs/2");
        assertThat(knowledge("").problems()).isEmpty();
        ledger.live("P", 1, 1);
        ledger.database.change(handle -> handle.execute("update grants set earned_by_json = '{\"p\":\"anything in packager of fedora\"}'"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void rulesStandStillUntilAnOperatorSaysWhatTheGroupIsNow() {
        replaced();
        assertThat(knowledge("").problems()).singleElement().asString().contains("Rule 'p' (line 3) stands still: 'packager' of source fedora has vanished");
        SourceKnowledge followed = knowledge("groups: {fedora: {packager: packagers}}");
        assertThat(followed.problems()).isEmpty();
        assertThat(followed.scope("fedora", "packager").orElseThrow().key().id()).isEqualTo("packagers");
        assertThat(history()).singleElement().asString().contains("fedora:packagers (packagers)");
        assertThat(recast()).as("what no rule earns then is held").containsExactly("REGROUPED");
        assertThat(knowledge("").problems()).as("it stays followed").isEmpty();
        assertThat(history()).hasSize(1);
    }

    @Test
    void whatIsThereIsNotFollowedElsewhere() {
        ledger.forward(Duration.ofHours(1)).read("packager/1", "packagers/1", "docs/2");
        assertThat(knowledge("groups: {fedora: {packager: packagers}}").scope("fedora", "packager").orElseThrow().key().id()).isEqualTo("packager");
        assertThat(history()).isEmpty();
    }

    @Test
    void aWordThatLeadsNowhereIsSaid() {
        replaced();
        assertThat(knowledge("groups: {fedora: {packager: pakagers}}").problems()).singleElement().asString()
                .contains("that it is called 'pakagers' now, as the identities file says, does not help");
    }

    @Test
    void oneWordIsFollowedOnceSoAThirdGroupOfThatNameIsNotTakenForIt() {
        replaced();
        knowledge("groups: {fedora: {packager: packagers}}");
        ledger.forward(Duration.ofHours(1)).read("docs/2");
        ledger.database.change(handle -> handle.execute("insert into scope (source, id, name, first_seen) values ('fedora', '99', 'packagers', 0)"));
        assertThat(knowledge("groups: {fedora: {packager: packagers}}").problems()).hasSize(1);
        assertThat(knowledge("groups: {fedora: {packager: '99'}}").problems()).isEmpty();
    }

    @Test
    void aChainOfWordsIsFollowedToTheEnd() {
        replaced();
        assertThat(knowledge("groups: {fedora: {packager: pack, pack: packagers}}").problems()).isEmpty();
    }

    private void replaced() {
        ledger.forward(Duration.ofHours(1)).read("packagers/1", "docs/2");
    }

    private SourceKnowledge knowledge(String says) {
        Identities identities = IdentityFile.parse("identities.yaml", "version: 1\n" + says + "\n", NAMES);
        return SourceKnowledge.of(ledger.database, BOOK, identities, Map.of("fedora", Duration.ofDays(1)), ledger.now);
    }

    private List<String> history() {
        return ledger.database.read(handle -> handle.createQuery("select payload from history where kind = ?").bind(0, StepKind.REGROUPED.name()).mapTo(String.class).list());
    }

    private List<String> recast() {
        return ledger.database.read(handle -> handle.createQuery("select recast from grants where recast is not null").mapTo(String.class).list());
    }
}
