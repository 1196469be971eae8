package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.accolade.service.http.Batches;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads the {@code data} of {@code json/fas_client/group_data} as it arrives, holding one chunk at most. */
final class GroupDataReader implements FasEnvelope.Part {

    private final Batches<FasGroupMembers> chunks;
    private long groups;
    private long memberships;

    /** @param chunkSize memberships of a chunk; a group without any counts as one */
    GroupDataReader(int chunkSize, Consumer<List<FasGroupMembers>> receiver) {
        this.chunks = new Batches<>(chunkSize, receiver);
    }

    @Override
    public void read(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_OBJECT, "data");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            GroupDraft group = new GroupDraft(json.currentName(), chunks);
            FasJson.require(json.nextToken(), JsonToken.START_OBJECT, "a group");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                group.take(json);
            }
            memberships += group.close(json);
            groups++;
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "data");
    }

    /** Hands over the last chunk; to be called when the whole answer has proved good. */
    FasCounts finish() {
        chunks.flush();
        return new FasCounts(groups, memberships);
    }
}
