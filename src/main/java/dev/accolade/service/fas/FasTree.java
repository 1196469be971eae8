package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of an answer that is kept as it came, to be looked at when the answer was read to its end. */
final class FasTree implements FasEnvelope.Part {

    private JsonNode node = MissingNode.getInstance();

    @Override
    public void read(JsonParser json) throws IOException {
        node = json.readValueAsTree();
    }

    JsonNode node() {
        return node;
    }

    /** The members of the object that came. */
    Map<String, Object> object(String what) throws UnexpectedAnswer {
        return object(node, what);
    }

    static Map<String, Object> object(JsonNode node, String what) throws UnexpectedAnswer {
        if (!node.isObject()) {
            throw FasJson.unexpected(what + " is no object");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            members.put(member.getKey(), FasJson.plain(member.getValue()));
        }
        return members;
    }
}
