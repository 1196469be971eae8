package dev.accolade.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.rules.Identities.Declared;
import dev.accolade.rules.Identities.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFileTest {

    private static final KnownNames KNOWN = new KnownNames(Map.of("fedora", "fas", "reef", "cave", "academy", "cloudspot"), Map.of());

    @TempDir
    Path folder;

    @Test
    void readsLinksSeparationsAndRenamedGroups() {
        Identities read = IdentityFile.parse("identities.yaml", """
                version: 1
                links:
                  - [fedora:anneli, reef:17]
                separations:
                  - [fedora:desk, reef:12, academy:desk@example.org]
                groups:
                  fedora: {packager: packagers, "4711": "4712"}
                """, KNOWN);
        assertThat(read.links()).containsExactly(new Declared(List.of(new Name("fedora", "anneli"), new Name("reef", "17")), "identities.yaml:3"));
        assertThat(read.separations()).containsExactly(
                new Declared(List.of(new Name("fedora", "desk"), new Name("reef", "12"), new Name("academy", "desk@example.org")), "identities.yaml:5"));
        assertThat(read.nowCalled("fedora", "packager")).contains("packagers");
        assertThat(read.nowCalled("reef", "packager")).isEmpty();
    }

    @Test
    void linksThatShareAMemberAreOne() {
        Identities read = IdentityFile.parse("identities.yaml", "{version: 1, links: [[fedora:a, reef:1], [fedora:b, reef:2], [reef:2, academy:x], [academy:x, reef:1]]}", KNOWN);
        assertThat(read.links()).singleElement().satisfies(link -> assertThat(link.members()).hasSize(5));
    }

    @Test
    void namesAllMistakesAtOnceWithTheirPlaces() {
        assertThat(problems("""
                version: 2
                link: []
                links:
                  - [fedora:ann]
                  - fedora:bo
                  - [fedor:cy, reef:3]
                  - [dora, reef:4]
                separations:
                  - [fedora:ann, [reef:9]]
                groups:
                  reeff: {a: b}
                  fedora: {a: b, b: c, c: a}
                """)).containsExactly(
                "identities.yaml:1:10: Version 2 is not known; this program reads version 1.",
                "identities.yaml:2:1: 'link' is nothing an identities file knows; did you mean 'links'? known: groups, links, separations, version.",
                "identities.yaml:4:5: An entry of 'links' needs at least two members.",
                "identities.yaml:5:5: An entry of 'links' must be a list of members, as in [fedora:ann, reef:17].",
                "identities.yaml:6:6: No source is named 'fedor'; did you mean 'fedora'? known: academy, fedora, reef.",
                "identities.yaml:7:6: 'dora' is no member; write SOURCE:ID or SOURCE:USERNAME.",
                "identities.yaml:9:18: A member must be text, as in fedora:ann.",
                "identities.yaml:11:3: No source is named 'reeff'; did you mean 'reef'? known: academy, fedora, reef.",
                "identities.yaml:12:12: 'a' leads back to itself; a group is called something now, and that is another name or an id.",
                "identities.yaml:12:18: 'b' leads back to itself; a group is called something now, and that is another name or an id.",
                "identities.yaml:12:24: 'c' leads back to itself; a group is called something now, and that is another name or an id.");
    }

    @Test
    void whoIsLinkedAndSeparatedIsAMistakeAlsoOverOthers() {
        assertThat(problems("version: 1\nlinks:\n  - [fedora:a, reef:1]\n  - [reef:1, academy:x]\nseparations:\n  - [fedora:a, fedora:b, academy:x]\n")).containsExactly(
                "identities.yaml:6:26: fedora:a and academy:x are one person by the link at line 4, and two by this line. Take one of them out.");
    }

    @Test
    void aFileThatIsNotThereSaysNothingAndOneThatCannotBeReadIsAMistake() throws IOException {
        assertThat(IdentityFile.read(folder.resolve("none.yaml"), KNOWN)).isEqualTo(Identities.NONE);
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe4});
        assertThat(catchThrowableOfType(RuleFileException.class, () -> IdentityFile.read(latin, KNOWN))).hasMessageContaining("The identities were not loaded").hasMessageContaining("cannot be read");
    }

    @Test
    void anEmptyFileIsAMistake() {
        assertThat(problems("# nothing\n")).containsExactly("identities.yaml:1:1: The file is empty; it needs 'version: 1'.");
    }

    @Test
    void theShippedFileIsRight() {
        assertThat(IdentityFile.read(Path.of("config/identities.yaml"), KNOWN)).isEqualTo(Identities.NONE);
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(RuleFileException.class, () -> IdentityFile.parse("identities.yaml", text, KNOWN)).problems().stream().map(RuleProblem::toString).toList();
    }
}
