package dev.accolade.service.bodhi;

import dev.accolade.service.http.ServiceProducer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class BodhiProducer extends ServiceProducer {

    private final BodhiEndpoint endpoint;
    private final BodhiClient client;
    private final BodhiOperation operation;

    BodhiProducer(BodhiEndpoint endpoint, BodhiClient client) {
        super(endpoint, "bodhi:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), BodhiConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = BodhiOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case UPDATES -> this.<BodhiUpdate>inPieces(exchange, page -> client.updates(filter(in), page));
            case UPDATE -> client.update(needed(in, BodhiConstants.ALIAS, null));
            case USERS -> this.<BodhiUser>inPieces(exchange, client::users);
            case USER -> client.user(needed(in, BodhiConstants.USER, null));
        };
    }

    private UpdateFilter filter(Message in) {
        return new UpdateFilter(words(given(in, BodhiConstants.USER, null)), words(Optional.ofNullable(endpoint.getStatuses())),
                words(Optional.ofNullable(endpoint.getReleases())), words(Optional.ofNullable(endpoint.getPackages())),
                time(in, BodhiConstants.PUSHED_SINCE), time(in, BodhiConstants.MODIFIED_SINCE), time(in, BodhiConstants.SUBMITTED_SINCE));
    }

    private static List<String> words(Optional<String> text) {
        return text.map(words -> Arrays.stream(words.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList()).orElse(List.of());
    }

    private static Optional<Instant> time(Message in, String header) {
        try {
            return given(in, header, null).map(Instant::parse);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("bodhi:updates needs a time like 2024-01-31T00:00:00Z in the header " + header, noTime);
        }
    }
}
