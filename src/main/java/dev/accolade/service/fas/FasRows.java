package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** Reads a list of objects one by one. */
final class FasRows implements FasEnvelope.Part {

    /** Takes one object. */
    @FunctionalInterface
    interface Receiver {
        void take(Map<String, Object> row) throws UnexpectedAnswer;
    }

    private final Receiver receiver;

    FasRows(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void read(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_ARRAY, "a list of people");
        while (json.nextToken() == JsonToken.START_OBJECT) {
            receiver.take(FasTree.object(json.readValueAsTree(), "a person"));
        }
        FasJson.require(json.currentToken(), JsonToken.END_ARRAY, "a list of people");
    }
}
