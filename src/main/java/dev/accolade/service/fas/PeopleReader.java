package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.accolade.service.http.Batches;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads a list of people of {@code user/list} as it arrives, holding one chunk at most. */
final class PeopleReader implements FasEnvelope.Part {

    private final Batches<FasPerson> chunks;
    private long people;

    PeopleReader(int chunkSize, Consumer<List<FasPerson>> receiver) {
        this.chunks = new Batches<>(chunkSize, receiver);
    }

    @Override
    public void read(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_ARRAY, "a list of people");
        while (json.nextToken() == JsonToken.START_OBJECT) {
            PersonDraft draft = new PersonDraft();
            draft.read(json);
            chunks.add(draft.person());
            people++;
        }
        FasJson.require(json.currentToken(), JsonToken.END_ARRAY, "a list of people");
    }

    /** Hands over the last chunk and tells how many people came; to be called when the whole answer has proved good. */
    long finish() {
        chunks.flush();
        return people;
    }
}
