package dev.accolade.service.fasjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what FASJSON sends. What was asked for is there, or null for nothing on record; anything else is an {@link IllegalArgumentException} that
 * names the field alone. Source: docs/services/fasjson.md, facts 13 to 16.
 */
final class FasjsonJson {

    /** Fields that are asked for: fewer than there are, but always whether the person is private. */
    static final String USER_FIELDS =
            "{username,emails,rhbzemail,is_private,creation,human_name,ircnicks,locale,timezone,github_username,gitlab_username}";
    static final String GROUP_FIELDS = "{groupname,description,mailing_list,url,irc,discussion_url}";
    static final String NAME_OF_USER = "{username}";
    static final String NAME_OF_GROUP = "{groupname}";

    private FasjsonJson() {
    }

    static FasjsonUser user(JsonNode json) {
        FasjsonUser.Profile profile = new FasjsonUser.Profile(text(json, "human_name"), texts(json, "ircnicks"), text(json, "locale"),
                text(json, "timezone"), text(json, "github_username"), text(json, "gitlab_username"));
        return new FasjsonUser(username(json), texts(json, "emails"), text(json, "rhbzemail"), flag(json, "is_private"), creation(json), profile);
    }

    static FasjsonGroup group(JsonNode json) {
        return new FasjsonGroup(groupname(json), text(json, "description"), text(json, "mailing_list"), text(json, "url"), texts(json, "irc"),
                text(json, "discussion_url"));
    }

    static FasjsonCaller caller(JsonNode json) {
        return new FasjsonCaller(needed(json, "dn"), text(json, "username"), text(json, "service"));
    }

    static String username(JsonNode json) {
        return needed(json, "username");
    }

    static String groupname(JsonNode json) {
        return needed(json, "groupname");
    }

    /** A count: never negative, never more than two thousand million. */
    static int count(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw wrong(field);
        }
        return value.intValue();
    }

    private static String needed(JsonNode json, String field) {
        return text(json, field).filter(text -> !text.isBlank()).orElseThrow(() -> wrong(field));
    }

    private static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual() && !value.isNull()) {
            throw wrong(field);
        }
        return Optional.ofNullable(value.textValue());
    }

    private static List<String> texts(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isArray() && !value.isNull()) {
            throw wrong(field);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isTextual()) {
                throw wrong(field);
            }
            texts.add(one.textValue());
        }
        return texts;
    }

    private static boolean flag(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isBoolean() && !value.isNull()) {
            throw wrong(field);
        }
        return value.booleanValue();
    }

    /** FASJSON's times are UTC and say so nowhere. */
    private static Optional<Instant> creation(JsonNode json) {
        try {
            return text(json, "creation").map(time -> LocalDateTime.parse(time.replaceFirst("(Z|\\+00:00)$", "")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            throw wrong("creation");
        }
    }

    private static IllegalArgumentException wrong(String field) {
        return new IllegalArgumentException("no usable " + field);
    }
}
