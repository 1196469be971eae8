package dev.accolade.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.accolade.model.Authority;
import dev.accolade.model.Desired;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How values of the model stand in the ledger's {@code _json} columns. The model itself knows nothing of JSON. */
public final class Json {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Desired.Badge.class, name = "badge"), @JsonSubTypes.Type(value = Desired.Client.class, name = "client")})
    private interface DesiredType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Authority.Mbox.class, name = "mbox"), @JsonSubTypes.Type(value = Authority.Account.class, name = "account"),
        @JsonSubTypes.Type(value = Authority.OpenId.class, name = "openid")})
    private interface IdentifierType {}

    private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).serializationInclusion(JsonInclude.Include.NON_ABSENT).addMixIn(Desired.class, DesiredType.class)
            .addMixIn(Authority.Identifier.class, IdentifierType.class).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectWriter DESIRED_WRITER = MAPPER.writerFor(Desired.class);
    private static final ObjectReader DESIRED_READER = MAPPER.readerFor(Desired.class);
    private static final ObjectReader TEXTS_READER = MAPPER.readerFor(new TypeReference<TreeMap<String, String>>() {});

    private Json() {}

    static String write(Desired desired) {
        try {
            return DESIRED_WRITER.writeValueAsString(desired);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a grant cannot be written as JSON", bug);
        }
    }

    public static Desired desired(String json) {
        try {
            return DESIRED_READER.readValue(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The ledger holds a grant this version cannot read; restore the ledger from a backup or use the version that wrote it.", damaged);
        }
    }

    static String write(Map<String, String> texts) {
        try {
            return WRITER.writeValueAsString(texts);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a map of texts cannot be written as JSON", bug);
        }
    }

    public static Map<String, String> texts(String json) {
        try {
            return TEXTS_READER.readValue(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The ledger holds a text this version cannot read; restore the ledger from a backup or use the version that wrote it.", damaged);
        }
    }

    static String writeTimes(Map<String, Instant> times) {
        return times.isEmpty() ? "{}" : write(times.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().toString())));
    }

    /** Times as {@link Instant} writes them, by any name. */
    public static Map<String, Instant> times(String json) {
        return json.equals("{}") ? Map.of() : texts(json).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> Instant.parse(one.getValue())));
    }
}
