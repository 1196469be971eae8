package dev.accolade.service.http;

import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;

/**
 * Hands a long list to another endpoint piece by piece, each piece before the next is read, so that it is never in memory as a whole.
 *
 * @param template sends the pieces
 * @param uri      receives each piece as a list, with the headers of the exchange that asked for it
 * @param header   where it finds the number of the piece, counted from 0
 */
public record Chunks(ProducerTemplate template, String uri, String header) {

    /** Receives the pieces for one exchange; a failure there ends the reading here, with the same exception. */
    public <T> Handover<T> of(Exchange asked) {
        return new Handover<>(asked);
    }

    /** The pieces of one list. */
    public final class Handover<T> implements Consumer<List<T>> {

        private final Exchange asked;
        private int pieces;
        private int items;

        private Handover(Exchange asked) {
            this.asked = asked;
        }

        @Override
        public void accept(List<T> piece) {
            Exchange chunk = new DefaultExchange(asked.getContext());
            chunk.getIn().setHeaders(new HashMap<>(asked.getIn().getHeaders()));
            chunk.getIn().setHeader(header, pieces++);
            chunk.getIn().setBody(piece);
            items += piece.size();
            Exception failure = template.send(uri, chunk).getException();
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure != null) {
                throw new IllegalStateException(uri + " failed on piece " + (pieces - 1) + ": " + failure.getMessage(), failure);
            }
        }

        /** Items handed over so far. */
        public int items() {
            return items;
        }
    }
}
