package dev.accolade.sandbox.fasjson;

import java.util.Arrays;
import java.util.Optional;

/** What is on record of a person, in the order the server sends it. */
enum UserField {
    USERNAME("username", Form.TEXT, false, Match.PART),
    SURNAME("surname", Form.TEXT, true, Match.PART),
    GIVENNAME("givenname", Form.TEXT, true, Match.PART),
    HUMAN_NAME("human_name", Form.TEXT, true, Match.PART),
    EMAILS("emails", Form.LIST, false, Match.WHOLE),
    IRCNICKS("ircnicks", Form.LIST, true, Match.PART),
    LOCALE("locale", Form.TEXT, true, Match.NEVER),
    TIMEZONE("timezone", Form.TEXT, true, Match.NEVER),
    GPGKEYIDS("gpgkeyids", Form.LIST, true, Match.NEVER),
    SSHPUBKEYS("sshpubkeys", Form.LIST, false, Match.NEVER),
    CERTIFICATES("certificates", Form.LIST, false, Match.NEVER),
    CREATION("creation", Form.TEXT, false, Match.NEVER),
    IS_PRIVATE("is_private", Form.FLAG, false, Match.NEVER),
    LOCKED("locked", Form.FLAG, false, Match.NEVER),
    GITHUB_USERNAME("github_username", Form.TEXT, true, Match.WHOLE),
    GITLAB_USERNAME("gitlab_username", Form.TEXT, true, Match.WHOLE),
    PRONOUNS("pronouns", Form.LIST, true, Match.NEVER),
    RHBZEMAIL("rhbzemail", Form.TEXT, false, Match.WHOLE),
    WEBSITE("website", Form.TEXT, true, Match.WHOLE),
    RSSURL("rssurl", Form.TEXT, true, Match.WHOLE),
    WEBSITES("websites", Form.LIST, true, Match.NEVER),
    RSSURLS("rssurls", Form.LIST, true, Match.NEVER);

    /** How a value looks in JSON. */
    enum Form { TEXT, LIST, FLAG }

    /** What a search term has to fit. */
    enum Match { PART, WHOLE, NEVER }

    final String text;
    final Form form;
    /** Not shown to others of somebody private. */
    final boolean personal;
    final Match match;

    UserField(String text, Form form, boolean personal, Match match) {
        this.text = text;
        this.form = form;
        this.personal = personal;
        this.match = match;
    }

    static Optional<UserField> of(String name) {
        return Arrays.stream(values()).filter(field -> field.text.equals(name)).findFirst();
    }

    /** The name of the parameter that searches for it: addresses and nicks are looked for one at a time. */
    String term() {
        return this == EMAILS ? "email" : this == IRCNICKS ? "ircnick" : text;
    }
}
