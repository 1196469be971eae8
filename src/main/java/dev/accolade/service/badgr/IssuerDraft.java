package dev.accolade.service.badgr;

import java.util.Optional;

/**
 * An issuer to be made, or what one is to become.
 *
 * @param email       a verified address of the account that logs in, when it is made
 * @param description absent keeps the present one
 * @param image       data URI of a PNG or SVG; absent keeps the present one
 */
public record IssuerDraft(String name, String email, String url, Optional<String> description, Optional<String> image) {

    public IssuerDraft {
        Drafts.need("name", name);
        Drafts.need("email", email);
        Drafts.need("url", url);
    }

    public static IssuerDraft of(String name, String email, String url) {
        return new IssuerDraft(name, email, url, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "IssuerDraft['" + name + "']";
    }
}
