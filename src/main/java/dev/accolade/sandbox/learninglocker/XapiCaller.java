package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Call;
import java.util.List;
import java.util.Optional;

/**
 * The client that calls the statement service; found by key and secret together, and only if its store exists.
 *
 * @param caller the client
 * @param store  id of its store
 */
record XapiCaller(Caller caller, String store) {

    private static final List<String> WRITING = List.of("all", "xapi/all", "statements/write");
    private static final List<String> READING = List.of("all", "all/read", "xapi/all", "xapi/read", "statements/read");

    /**
     * Looks the caller up.
     *
     * @throws Refusal when it may not come in
     */
    static XapiCaller of(Call call, Database database) {
        Caller caller = Caller.client(client(call.header("Authorization").orElse(""), database).orElseThrow(() -> Xapi.refusal(401, "Unauthorised")));
        if (!caller.client().path("isTrusted").asBoolean(true)) {
            throw Xapi.refusal(403, "Your client has been disabled");
        }
        boolean organised = caller.organisation().flatMap(id -> database.of(Model.ORGANISATION).find(id)).isPresent();
        String store = caller.client().path("lrs_id").asText();
        if (!organised || database.of(Model.STORE).find(store).isEmpty()) {
            throw Xapi.refusal(401, "Unauthorised");
        }
        if (caller.expired(database)) {
            throw Xapi.refusal(403, "Your organisation has expired");
        }
        return new XapiCaller(caller, store);
    }

    private static Optional<ObjectNode> client(String header, Database database) {
        if (header.trim().equals("Basic")) {
            throw Xapi.refusal(500, "A server error occurred");
        }
        if (header.startsWith("Bearer ")) {
            return Optional.ofNullable(database.tokens().get(header.substring(7).trim())).flatMap(database.of(Model.CLIENT)::find);
        }
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        return Caller.Credentials.decoded(header.substring(6).trim()).flatMap(sent -> database.of(Model.CLIENT).withKey(sent.key())
                .filter(client -> sent.secret().equals(client.path("api").path("basic_secret").textValue())).findFirst());
    }

    String id() {
        return caller.client().path("_id").asText();
    }

    void mustWrite() {
        mustHold(WRITING);
    }

    /** @throws Refusal when the caller holds none of these scopes */
    void mustHold(List<String> scopes) {
        if (scopes.stream().noneMatch(caller::may)) {
            throw Xapi.refusal(403, "Forbidden");
        }
    }

    /** Whether the caller sees only what it stored itself. */
    boolean readsOnlyItsOwn() {
        if (READING.stream().anyMatch(caller::may)) {
            return false;
        }
        if (!caller.may("statements/read/mine")) {
            throw Xapi.refusal(403, "Forbidden");
        }
        return true;
    }
}
