package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** The API process: leads each request to its part, and gives every answer its common headers. */
final class Api {

    private static final int LARGEST_BODY = 5 * 1024 * 1024;

    private final Database database;
    private final Rest rest;
    private final Connection connection;
    private final Logins logins;

    Api(Database database) {
        this.database = database;
        this.rest = new Rest(database);
        this.connection = new Connection(database);
        this.logins = new Logins(database);
    }

    /** Answers a request whose path begins after {@code /api}. */
    Answer answer(Call call, String path) {
        Answer answer;
        try {
            body(call);
            answer = route(call, path);
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        return dressed(call, answer);
    }

    private Answer route(Call call, String path) {
        String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String[] parts = (inner.startsWith("/") ? inner.substring(1) : inner).split("/", -1);
        String first = parts[0].toLowerCase(Locale.ROOT);
        Optional<Model> model = parts.length > 1 ? Model.at(parts[1]) : Optional.empty();
        if (first.equals("v2") && model.isPresent() && parts.length <= 3) {
            return rest(call, model.get(), parts);
        }
        if (first.equals("connection") && model.isPresent() && parts.length == 2) {
            return reading(call, () -> connection.page(call, model.get()));
        }
        if (first.equals("indexes") && model.isPresent() && parts.length == 2) {
            return reading(call, () -> indexes(call, model.get()));
        }
        return other(call, String.join("/", parts).toLowerCase(Locale.ROOT));
    }

    private Answer rest(Call call, Model model, String[] parts) {
        if (parts.length == 2) {
            return rest.collection(call, model);
        }
        return parts[2].equalsIgnoreCase("count") ? rest.count(call, model) : rest.document(call, model, parts[2]);
    }

    private Answer other(Call call, String path) {
        return switch (path) {
            case "" -> reading(call, () -> Answer.text(200, Errors.HTML, "OK"));
            case "app/version" -> reading(call, () -> Answer.json(200, version()));
            case "auth/client/info" -> reading(call, () -> logins.whoAmI(call));
            case "auth/jwt/password" -> writing(call, () -> logins.password(call));
            case "auth/jwt/organisation" -> writing(call, () -> logins.organisation(call));
            case "auth/jwt/refresh" -> writing(call, () -> logins.refresh(call));
            case "oauth2/token" -> writing(call, () -> logins.token(call));
            default -> throw Errors.noRoute(call.method(), call.path());
        };
    }

    private static Answer reading(Call call, Supplier<Answer> answer) {
        return switch (call.method()) {
            case "GET", "HEAD" -> answer.get();
            case "OPTIONS" -> Answer.text(200, Errors.HTML, "GET,HEAD").with("Allow", "GET,HEAD");
            default -> throw Errors.noRoute(call.method(), call.path());
        };
    }

    private static Answer writing(Call call, Supplier<Answer> answer) {
        return switch (call.method()) {
            case "POST" -> answer.get();
            case "OPTIONS" -> Answer.text(200, Errors.HTML, "POST").with("Allow", "POST");
            default -> throw Errors.noRoute(call.method(), call.path());
        };
    }

    private static ObjectNode version() {
        return Paths.NODES.objectNode().put("short", "sandbox").put("long", "sandbox").put("branch", "sandbox").put("tag", "v7.1.1");
    }

    private Answer indexes(Call call, Model model) {
        Caller caller = Caller.of(call, database).orElseThrow(Errors::unauthorized);
        if (!caller.manages(model, true, database)) {
            throw Errors.forbidden();
        }
        ArrayNode list = Paths.NODES.arrayNode();
        for (String path : model == Model.CLIENT ? new String[] {"_id", "organisation", "lrs_id"} : new String[] {"_id"}) {
            ObjectNode index = list.addObject().put("v", 2);
            index.putObject("key").put(path, 1);
            index.put("name", path.equals("_id") ? "_id_" : path + "_1");
        }
        return Answer.json(200, list);
    }

    /** Bodies are read before anything else is looked at. */
    private static void body(Call call) {
        String type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";")[0].trim().equals("application/json") || call.body().length == 0) {
            return;
        }
        if (call.body().length > LARGEST_BODY) {
            throw Errors.page(413, "Payload Too Large");
        }
        if (type.contains("charset=") && !type.matches(".*charset=\"?utf-.*")) {
            throw Errors.page(415, "Unsupported Media Type");
        }
        String start = call.text().stripLeading();
        if (!(start.startsWith("{") || start.startsWith("[")) || JsonSyntax.complaint(call.text()).isPresent()) {
            throw Errors.page(400, "Bad Request");
        }
    }

    private static Answer dressed(Call call, Answer answer) {
        CRC32 sum = new CRC32();
        sum.update(answer.body());
        String tag = "W/\"" + Integer.toHexString(answer.body().length) + "-" + Long.toHexString(sum.getValue()) + "\"";
        boolean fresh = call.method().equals("GET") && answer.status() == 200 && call.header("If-None-Match").filter(tag::equals).isPresent();
        return (fresh ? Answer.empty(304) : answer).with("Cache-Control", "no-cache, no-store, must-revalidate").with("Pragma", "no-cache")
                .with("Expires", "0").with("Access-Control-Allow-Origin", "*").with("ETag", tag);
    }
}
