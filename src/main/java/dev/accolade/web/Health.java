package dev.accolade.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.ledger.view.SourceStatus;
import dev.accolade.ledger.view.Status;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer at {@code /health}: {@code UP} with status 200 while the ledger can be read, {@code DOWN} with 503 otherwise.
 *
 * <p>A source that cannot be read does not make it {@code DOWN}: nothing is lost by it, and a restart would not mend it.
 */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Status status;
    private final Set<String> sources;

    /** @param sources names of the configured ones */
    public Health(Status status, Set<String> sources) {
        this.status = status;
        this.sources = Set.copyOf(sources);
    }

    public void health(Exchange exchange) {
        try {
            Reply.json(exchange, 200, answer("UP", status.sources(sources)));
        } catch (RuntimeException failed) {
            LOG.error("The ledger could not be read when /health was asked. {}", Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
            LOG.debug("This is where it happened.", failed);
            Reply.json(exchange, 503, answer("DOWN", List.of()));
        }
    }

    private static String answer(String state, List<SourceStatus> sources) {
        ObjectNode answer = JSON.createObjectNode().put("status", state).put("ledger", state);
        ArrayNode list = answer.putArray("sources");
        sources.forEach(source -> list.addObject().put("name", source.source())
                .put("lastCompleteRead", source.lastCompleteRead().map(Object::toString).orElse(null)).put("failedReads", source.failedReads()));
        return answer.toString();
    }
}
