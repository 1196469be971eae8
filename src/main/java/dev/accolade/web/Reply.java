package dev.accolade.web;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers that hold nothing of the request: its headers and parameters would otherwise be sent back as headers of the answer. */
final class Reply {

    private static final String NEVER_KEPT = "no-store";
    private static final String OWN_ONLY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Reply() {}

    static void page(Exchange exchange, int status, String html) {
        send(exchange, status, "text/html; charset=utf-8", NEVER_KEPT, html);
    }

    static void json(Exchange exchange, int status, String json) {
        send(exchange, status, "application/json", NEVER_KEPT, json);
    }

    static void text(Exchange exchange, int status, String text) {
        send(exchange, status, "text/plain; charset=utf-8", NEVER_KEPT, text + "\n");
    }

    /** @param body the same bytes for ever under this address */
    static void unchanging(Exchange exchange, String type, byte[] body) {
        send(exchange, 200, type, "public, max-age=31536000, immutable", body);
    }

    private static void send(Exchange exchange, int status, String type, String cache, Object body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setHeader("Cache-Control", cache);
        message.setHeader("Content-Security-Policy", OWN_ONLY);
        message.setHeader("X-Content-Type-Options", "nosniff");
        message.setHeader("Referrer-Policy", "no-referrer");
        message.setBody(body);
    }
}
