package dev.accolade.saved;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.model.ChangeKind;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a file strictly: what is not as it was written is refused, with its line. */
final class Reading {

    private static final Set<String> TEXTS = Set.of("format", "ledger", "madeAt", "cause", "digest");
    private static final Set<String> NUMBERS = Set.of("version", "plan", "count");

    private final PlanFile file;
    private final JsonParser json;
    private final String ledger;
    private final Map<String, JsonNode> head = new TreeMap<>();
    private final List<SavedChange> changes = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();
    /** A hundred thousand changes rest on a handful of rules. */
    private final Map<Map<String, Optional<String>>, Map<String, Optional<String>>> rules = new HashMap<>();
    private MessageDigest digest;

    private Reading(PlanFile file, JsonParser json, String ledger) {
        this.file = file;
        this.json = json;
        this.ledger = ledger;
    }

    /** @param ledger the one that is in use */
    static SavedPlan read(PlanFile file, InputStream in, String ledger) throws IOException {
        try (JsonParser json = Form.JSON.getFactory().createParser(in)) {
            return new Reading(file, json, ledger).plan();
        }
    }

    private SavedPlan plan() throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("is not the JSON object that a plan's file holds");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                field(json.currentName());
            }
            if (json.nextToken() != null) {
                throw wrong("goes on after its end");
            }
        } catch (JsonProcessingException damaged) {
            throw wrong("is damaged: it is no whole JSON here");
        }
        return whole();
    }

    private void field(String name) throws IOException {
        JsonToken token = json.nextToken();
        if (name.equals("changes") && token == JsonToken.START_ARRAY && digest == null) {
            begin();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                change();
            }
            return;
        }
        if (!(TEXTS.contains(name) && token == JsonToken.VALUE_STRING) && !(NUMBERS.contains(name) && token == JsonToken.VALUE_NUMBER_INT)) {
            throw wrong("has '" + name + "', which no plan's file has, or has in another form");
        }
        head.put(name, json.readValueAsTree());
        check(name);
    }

    /** What makes all the rest pointless is said as soon as it is seen. */
    private void check(String name) {
        if (name.equals("format") && !text("format").equals(Form.NAME)) {
            throw wrong("is no plan's file: its format is '" + text("format") + "' instead of '" + Form.NAME + "'");
        }
        if (name.equals("version") && number("version") != Form.VERSION) {
            throw wrong("is of version " + number("version") + ", and this Accolade reads version " + Form.VERSION + "; use the one that wrote it, or go on as follows");
        }
        if (name.equals("ledger") && !text("ledger").equals(ledger)) {
            throw wrong("belongs to another ledger (" + text("ledger") + "; the one in use is " + ledger + "). Its numbers mean other changes here. Use its own ledger, or go on as follows");
        }
    }

    private void begin() {
        for (String needed : List.of("format", "version", "ledger", "plan", "madeAt", "cause")) {
            if (!head.containsKey(needed)) {
                throw wrong("lacks '" + needed + "' before its changes");
            }
        }
        digest = Form.sha256();
        digest.update(Form.bytes(new Writing.Head(text("ledger"), number("plan"), text("madeAt"), text("cause")).text()));
    }

    private void change() throws IOException {
        int line = json.currentLocation().getLineNr();
        JsonNode node = json.readValueAsTree();
        if (!(node instanceof ObjectNode change) || !change.path("id").canConvertToLong() || !change.path("digest").isTextual()) {
            throw wrong(line, "holds something among its changes that is none");
        }
        long id = change.path("id").asLong();
        if (!change.path("digest").asText().equals(Form.digest(change))) {
            throw wrong(line, "was edited: change " + id + " does not fit its digest");
        }
        if (!ids.add(id)) {
            throw wrong(line, "names change " + id + " twice");
        }
        digest.update(Form.bytes(change.path("digest").asText() + "\n"));
        changes.add(change(change, line));
    }

    private SavedChange change(ObjectNode json, int line) {
        try {
            Map<String, Optional<String>> named = new HashMap<>();
            json.path("rules").fields().forEachRemaining(rule -> named.put(rule.getKey(), Optional.ofNullable(rule.getValue().textValue())));
            String person = json.path("person").asText();
            return new SavedChange(json.path("id").asLong(), ChangeKind.valueOf(json.path("kind").asText()), json.path("target").asText(), json.path("object").asText(),
                    Long.parseLong(person.substring(person.startsWith("p-") ? 2 : 0)), json.path("username").asText(), rules.computeIfAbsent(named, same -> Map.copyOf(same)),
                    json.path("basis").asText());
        } catch (IllegalArgumentException strange) {
            throw wrong(line, "holds a change that this Accolade cannot read, number " + json.path("id").asLong());
        }
    }

    private SavedPlan whole() {
        if (digest == null || !head.containsKey("count") || !head.containsKey("digest")) {
            throw wrong("is not whole: it lacks its changes, their number or its digest");
        }
        if (number("count") != changes.size()) {
            throw wrong("was edited: it says that it holds " + number("count") + " changes, and holds " + changes.size());
        }
        if (!text("digest").equals(Form.hex(digest.digest()))) {
            throw wrong("was edited: what stands before its changes, or their order, does not fit its digest");
        }
        return new SavedPlan(text("ledger"), number("plan"), text("madeAt"), changes);
    }

    private String text(String name) {
        return head.get(name).asText();
    }

    private long number(String name) {
        return head.get(name).asLong();
    }

    private SavedPlanException wrong(String what) {
        return wrong(json.currentLocation().getLineNr(), what);
    }

    private SavedPlanException wrong(int line, String what) {
        return new SavedPlanException("The plan's file " + file.path() + ", line " + line + ", " + what + ". Nothing was done. Make a new one with: accolade plan --out FILE");
    }
}
