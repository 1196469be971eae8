package dev.accolade.app;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;

/** What no route has an answer to, such as a ledger that cannot be written, is told in one line: what our exceptions say is written for people, and where they were thrown helps nobody. */
final class TellingFailures extends MainListenerSupport {

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        DefaultErrorHandlerDefinition handler = new DefaultErrorHandlerDefinition();
        handler.setRedeliveryPolicy(new RedeliveryPolicyDefinition().logStackTrace(false).logExhaustedMessageHistory(false));
        main.getCamelContext().getCamelContextExtension().setErrorHandlerFactory(handler);
    }
}
