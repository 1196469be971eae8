package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Call;
import java.util.List;

/**
 * A call that has found its handler.
 *
 * @param call the request
 * @param ids  the variable parts of its path, in order
 */
record Visit(Call call, List<String> ids) {

    /** The first variable part of the path. */
    String id() {
        return ids.get(0);
    }

    /**
     * The body as JSON, forms included; an empty object when there is none.
     *
     * @throws Refusal 415 for another content type, 400 for broken JSON
     */
    JsonNode data() {
        return Payload.read(call);
    }

    /** The last value of a query parameter is {@code 1} or {@code true}. */
    boolean flag(String parameter) {
        List<String> values = call.parameters().getOrDefault(parameter, List.of());
        String last = values.isEmpty() ? "" : values.get(values.size() - 1);
        return last.equals("1") || last.equalsIgnoreCase("true");
    }

    /** The address that was called, without its query. */
    String address() {
        return call.base() + call.path();
    }
}
