package dev.accolade.web;

import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/** Which headers leave with an answer: as Camel has it, but {@code Cache-Control} too, which it drops because it is meant for proxies. */
public final class AnswerHeaders extends HttpHeaderFilterStrategy {

    @Override
    protected void initialize() {
        super.initialize();
        getOutFilter().remove("cache-control");
    }
}
