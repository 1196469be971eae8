package dev.accolade.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accolade.ledger.KeptChange;
import dev.accolade.ledger.view.Masked;
import dev.accolade.model.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a change stands in a file, and the digests by which an edited file is known. */
final class Form {

    static final String NAME = "accolade-plan";
    static final int VERSION = 1;
    static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Form() {}

    /** Everything that says what would be done, to whom and why; e-mails are shortened. */
    static ObjectNode of(KeptChange change, Basis basis) {
        ObjectNode json = JSON.createObjectNode().put("id", change.id()).put("kind", change.kind().name()).put("target", change.key().target())
                .put("object", change.objectName()).put("objectId", change.key().objectId()).put("person", Person.label(change.key().person()))
                .put("username", Masked.text(change.username())).put("generation", change.generation()).put("state", change.state().name());
        change.waitingFor().ifPresent(why -> json.put("waitingFor", why.name()));
        change.dueAt().ifPresent(at -> json.put("dueAt", at.toString()));
        change.barrier().ifPresent(problem -> json.put("wouldBeRefused", Masked.text(problem)));
        json.put("reason", change.reason().sentence()).put("rule", change.rule()).put("ruleLine", change.ruleLine());
        ObjectNode rules = json.putObject("rules");
        basis.inForce(change).forEach((id, condition) -> rules.put(id, condition.orElse(null)));
        json.set("evidence", JSON.valueToTree(new TreeMap<>(Masked.texts(change.evidence()))));
        json.set("desired", masked(tree(change.desired())));
        json.put("basis", basis.of(change));
        return json.put("digest", digest(json));
    }

    /** Of everything in it but the digest itself, whatever the order and the spaces. */
    static String digest(ObjectNode json) {
        try {
            Map<?, ?> content = JSON.treeToValue(json.deepCopy().without("digest"), Map.class);
            return hex(sha256().digest(JSON.writeValueAsBytes(content)));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a change cannot be written as JSON", bug);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The ledger holds a grant that is no JSON; restore the ledger from a backup.", damaged);
        }
    }

    private static JsonNode masked(JsonNode json) {
        if (json.isTextual()) {
            return TextNode.valueOf(Masked.text(json.textValue()));
        }
        if (json instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, masked(object.get(name))));
        } else {
            for (int i = 0; i < json.size(); i++) {
                ((com.fasterxml.jackson.databind.node.ArrayNode) json).set(i, masked(json.get(i)));
            }
        }
        return json;
    }
}
