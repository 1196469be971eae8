package dev.accolade.rules;

import dev.accolade.model.Authority;
import java.util.Map;
import java.util.Optional;

/** An authority whose texts are filled in for each person. */
public record AuthorityTemplate(Optional<Template> name, Identifier identifier) {

    /** The one identifier an authority has. */
    public sealed interface Identifier permits Mbox, Account, OpenId {}

    public record Mbox(Template address) implements Identifier {}

    public record Account(Template homePage, Template name) implements Identifier {}

    public record OpenId(Template uri) implements Identifier {}

    /** Empty when a variable in the identifier has no value for this person. */
    public Optional<Authority> filled(Map<String, String> values) {
        return identifier(values).map(id -> new Authority(name.flatMap(text -> text.filled(values)), id));
    }

    private Optional<Authority.Identifier> identifier(Map<String, String> values) {
        if (identifier instanceof Mbox mbox) {
            return mbox.address().filled(values).map(address -> new Authority.Mbox(address.startsWith("mailto:") ? address : "mailto:" + address));
        }
        if (identifier instanceof Account account) {
            return account.homePage().filled(values)
                    .flatMap(homePage -> account.name().filled(values).map(name -> new Authority.Account(homePage, name)));
        }
        return ((OpenId) identifier).uri().filled(values).map(Authority.OpenId::new);
    }
}
