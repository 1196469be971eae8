package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import java.util.UUID;

/** The refusals of the API, in the several forms its parts give them. */
final class Errors {

    static final String HTML = "text/html; charset=utf-8";

    private static final String PAGE = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n</head>\n"
            + "<body>\n<pre>%s</pre>\n</body>\n</html>\n";

    private Errors() {
    }

    static Refusal page(int status, String text) {
        return new Refusal(Answer.text(status, HTML, String.format(PAGE, text)));
    }

    static Refusal noRoute(String method, String path) {
        return page(404, "Cannot " + method + " " + path.replace("&", "&amp;").replace("<", "&lt;"));
    }

    static Refusal unauthorized() {
        return new Refusal(Answer.text(401, "text/plain", "Unauthorized"));
    }

    static Refusal forbidden() {
        return numbered(403, "Priviliges not sufficient for this operation");
    }

    /** An error of the parts that give each refusal an id. */
    static Refusal numbered(int status, String message) {
        return new Refusal(Answer.json(status, json().put("errorId", UUID.randomUUID().toString()).put("message", message)));
    }

    static Refusal notFound() {
        return new Refusal(Answer.json(404, plain("Not Found", 404)));
    }

    /** The id in the path is none; the document is as good as absent. */
    static Refusal badId(Model model, String id) {
        ObjectNode body = castOfId(model, Paths.NODES.textNode(id), "_id");
        return new Refusal(Answer.json(404, body.put("statusCode", 404)));
    }

    /** A filter asks for an id that is none. */
    static Refusal badIdInQuery(Model model, JsonNode value, String path) {
        return new Refusal(Answer.json(400, castOfId(model, value, path).put("statusCode", 400)));
    }

    static Refusal described(String message, String description) {
        return new Refusal(Answer.json(400, plain(message, 400).put("description", description)));
    }

    static Refusal badRequest(String message) {
        return new Refusal(Answer.json(400, plain(message, 400)));
    }

    static Refusal database(String message) {
        return new Refusal(Answer.json(400, plain(message, 400).put("name", "MongoError").put("code", 2)));
    }

    private static ObjectNode castOfId(Model model, JsonNode value, String path) {
        ObjectNode reason = json().put("message", "Argument passed in must be a single String of 12 bytes or a string of 24 hex characters")
                .put("stack", "Error");
        ObjectNode error = CastFailure.error("ObjectId", value, path, reason);
        return error.put("message", error.path("message").asText() + " for model \"" + model.title() + "\"");
    }

    private static ObjectNode plain(String message, int status) {
        return json().put("message", message).put("stack", "Error: " + message).put("statusCode", status);
    }

    private static ObjectNode json() {
        return Paths.NODES.objectNode();
    }
}
