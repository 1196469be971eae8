package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A request that is turned down, with the reply that says so. */
final class Refusal extends RuntimeException {

    private final transient Reply reply;

    Refusal(Reply reply) {
        super("refused with status " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }

    /** No token, or one that is unknown, expired or revoked. */
    static Refusal unauthorized() {
        return failure(401, "no valid auth token found", Json.object(), Json.array());
    }

    /** Unknown id, missing permission and missing scope look alike: v2 has no 403. */
    static Refusal notFound() {
        return failure(404, "entity not found or insufficient privileges", Json.object(), Json.array());
    }

    static Refusal fields(JsonNode fieldErrors) {
        return failure(400, "bad request", fieldErrors, Json.array());
    }

    /** Errors of a form: those under {@code non_field_errors} concern more than one field. */
    static Refusal form(ObjectNode errors) {
        ObjectNode fields = errors.deepCopy();
        JsonNode crossing = fields.remove(Fields.CROSSING);
        return failure(400, "bad request", fields, crossing instanceof ArrayNode messages ? messages : Json.array());
    }

    /** One field whose error is a plain string, not an array. */
    static Refusal field(String name, String message) {
        return fields(Json.object().put(name, message));
    }

    /** A cross-field error. */
    static Refusal invalid(String message) {
        return failure(400, "bad request", Json.object(), Json.texts(message));
    }

    /** Deletion of something that is protected: the reason is the description. */
    static Refusal isProtected(String description) {
        return failure(400, description, Json.object(), Json.array());
    }

    /** 404 for a bad cursor, 405, 406 and 415: here {@code fieldErrors} is a string. */
    static Refusal miscellaneous(int status, String message) {
        return failure(status, "miscellaneous error", TextNode.valueOf(message), Json.array());
    }

    /** An unhandled error of the real server: an HTML page. */
    static Refusal serverError() {
        return new Refusal(Reply.page(500, "Server Error (500)"));
    }

    /** Bare JSON, as the v1 API answers. */
    static Refusal bare(int status, JsonNode body) {
        return new Refusal(Reply.bare(status, body));
    }

    private static Refusal failure(int status, String description, JsonNode fieldErrors, ArrayNode validationErrors) {
        ObjectNode body = Json.object();
        body.putObject("status").put("success", false).put("description", description);
        body.putArray("result");
        body.set("fieldErrors", fieldErrors);
        body.set("validationErrors", validationErrors);
        return new Refusal(Reply.bare(status, body));
    }
}
