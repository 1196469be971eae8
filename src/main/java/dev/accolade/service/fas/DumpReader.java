package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code people} of {@code group/dump}: rows of user name, e-mail, name, role and how many they sponsored. */
final class DumpReader implements FasEnvelope.Part {

    /** One row; e-mail and name are null where FAS2 shows none. */
    record Row(String username, String email, String humanName, FasRoleType roleType) {
    }

    private static final int WIDTH = 5;

    private final List<Row> rows = new ArrayList<>();

    @Override
    public void read(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_ARRAY, "a list of members");
        while (json.nextToken() == JsonToken.START_ARRAY) {
            rows.add(row(json.readValueAsTree()));
        }
        FasJson.require(json.currentToken(), JsonToken.END_ARRAY, "a list of members");
    }

    List<Row> rows() {
        return rows;
    }

    private static Row row(JsonNode row) throws UnexpectedAnswer {
        boolean good = row.size() == WIDTH && row.get(0).isTextual() && textOrNull(row.get(1)) && textOrNull(row.get(2)) && row.get(3).isTextual()
                && row.get(4).isIntegralNumber() && row.get(4).canConvertToInt();
        FasRoleType type = good ? FasRoleType.of(row.get(3).asText()).orElse(null) : null;
        if (type == null) {
            throw FasJson.unexpected("a row of members is not what FAS2 sends there");
        }
        return new Row(row.get(0).textValue(), row.get(1).textValue(), row.get(2).textValue(), type);
    }

    private static boolean textOrNull(JsonNode node) {
        return node.isTextual() || node.isNull();
    }
}
