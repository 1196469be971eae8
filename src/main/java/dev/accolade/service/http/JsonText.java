package dev.accolade.service.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads JSON of others within limits: length, nesting, and never two values in one body. The label of the body is not trusted. */
final class JsonText {

    private static final int REFUSAL_LIMIT = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** For values inside a stream, after which more has to follow. */
    private static final ObjectMapper PIECES = new ObjectMapper();

    private final int limit;

    JsonText(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    /** At most one byte more than the limit, so that the caller sees that it is exceeded. */
    byte[] bytes(InputStream body) throws IOException {
        return body.readNBytes(limit + 1);
    }

    JsonNode tree(byte[] bytes) throws IOException {
        JsonNode node = JSON.readTree(bytes);
        return node == null ? MissingNode.getInstance() : node;
    }

    JsonParser parser(InputStream body) throws IOException {
        JsonParser parser = JSON.createParser(body);
        parser.setCodec(PIECES);
        return parser;
    }

    /** What a refusal says, as far as it is JSON and not too long. */
    JsonNode ofRefusal(InputStream body) {
        try {
            return tree(body.readNBytes(REFUSAL_LIMIT));
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    boolean looksLikePage(Reply reply) {
        return reply.header("Content-Type").map(type -> type.toLowerCase(Locale.ROOT).contains("html")).orElse(false);
    }

    static boolean isPage(byte[] bytes) {
        for (byte one : bytes) {
            if (!Character.isWhitespace(one)) {
                return one == '<';
            }
        }
        return false;
    }
}
