package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.rules.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Templates and addresses, whatever characters they are made of. */
class TextsTest {

    /** A piece of a template: a variable by name, or plain text. */
    record Piece(boolean variable, String text) {

        String written() {
            return variable ? "${" + text + "}" : text;
        }
    }

    @Provide
    Arbitrary<List<Piece>> pieces() {
        Arbitrary<Piece> plain = Arbitraries.strings().withChars("ab $\\}\u00e9\u4e2d").ofMaxLength(6).map(text -> new Piece(false, text));
        Arbitrary<Piece> variable = Arbitraries.of(Template.VARIABLES).map(name -> new Piece(true, name));
        return Arbitraries.oneOf(plain, variable).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Map<String, String>> values() {
        Arbitrary<String> nasty = Arbitraries.strings().withChars("a$1\\{}.\n\u00df\u05d0").ofMaxLength(8);
        return Arbitraries.maps(Arbitraries.of(Template.VARIABLES), nasty).ofMinSize(6);
    }

    @Property(tries = 500)
    void aTemplateIsItsTextWithEachVariableReplacedByExactlyItsValueOrNothingAtAll(@ForAll("pieces") List<Piece> pieces, @ForAll("values") Map<String, String> values) {
        List<Piece> apart = pieces.stream().map(piece -> piece.variable() ? piece : new Piece(false, piece.text().replace("$", "$ "))).toList();
        Optional<String> filled = new Template(apart.stream().map(Piece::written).collect(Collectors.joining())).filled(values);
        boolean whole = apart.stream().filter(Piece::variable).allMatch(piece -> values.containsKey(piece.text()));
        assertThat(filled).isEqualTo(whole
                ? Optional.of(apart.stream().map(piece -> piece.variable() ? values.get(piece.text()) : piece.text()).collect(Collectors.joining())) : Optional.empty());
    }

    @Property(tries = 500)
    void whatIsNoVariableOfATemplateNeverMatters(@ForAll("pieces") List<Piece> pieces, @ForAll("values") Map<String, String> values, @ForAll String noise) {
        Template template = new Template(pieces.stream().filter(Piece::variable).map(Piece::written).collect(Collectors.joining("-")));
        Map<String, String> more = new HashMap<>(values);
        Set<String> named = pieces.stream().filter(Piece::variable).map(Piece::text).collect(Collectors.toSet());
        Template.VARIABLES.stream().filter(name -> !named.contains(name)).forEach(name -> more.put(name, noise));
        assertThat(template.filled(more)).isEqualTo(template.filled(values));
    }

    @Property(tries = 500)
    void anAddressIsTheSameInWhateverCaseAndWithSpacesAroundIt(@ForAll("addresses") String address, @ForAll boolean upper) {
        String written = "  " + (upper ? address.toUpperCase(Locale.ROOT) : address) + "\t";
        assertThat(email(written)).isEqualTo(email(address)).isEqualTo(email(email(written).orElseThrow()));
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings().withCharRange('a', 'z').withChars("IL.+-_0").ofMinLength(1).ofMaxLength(12).map(local -> local + "@Example.org");
    }

    private static Optional<String> email(String text) {
        return new Member(new MemberKey("fedora", "1"), "ann", Optional.of(text), Optional.empty(), "active").email();
    }
}
