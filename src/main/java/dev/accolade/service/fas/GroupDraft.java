package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.accolade.service.http.Batches;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One group of {@code group_data} while it is being read. Its keys come in any order, so members wait until id and type are known; from
 * then on they leave in parts that fit a chunk.
 */
final class GroupDraft {

    private final String name;
    private final Batches<FasGroupMembers> chunks;
    private final Set<FasRoleType> listed = EnumSet.noneOf(FasRoleType.class);
    private final Deque<FasMembership> waiting = new ArrayDeque<>();
    private Long id;
    private String type;
    private long handedOver;

    GroupDraft(String name, Batches<FasGroupMembers> chunks) {
        this.name = name;
        this.chunks = chunks;
    }

    /** Takes one key and its value; the parser stands at the key. */
    void take(JsonParser json) throws IOException {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
            case "id" -> id = FasJson.number(json, "a group's id");
            case "type" -> type = FasJson.text(json, "a group's type");
            case "administrators" -> members(json, FasRoleType.ADMINISTRATOR);
            case "sponsors" -> members(json, FasRoleType.SPONSOR);
            case "users" -> members(json, FasRoleType.USER);
            default -> json.skipChildren();
        }
    }

    /** Hands over what waits, and tells how many memberships the group had in all. */
    long close(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "a group");
        if (id == null || type == null || listed.size() < FasRoleType.values().length) {
            throw FasJson.unexpected("a group lacks its id, its type or one of its lists of members");
        }
        while (waiting.size() > chunks.room()) {
            handOver(chunks.room());
        }
        if (!waiting.isEmpty() || handedOver == 0) {
            handOver(waiting.size());
        }
        return handedOver;
    }

    private void members(JsonParser json, FasRoleType role) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_ARRAY, "a list of members");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            waiting.add(new FasMembership(FasJson.number(json, "a member's id"), role));
            if (id != null && type != null && waiting.size() >= chunks.room()) {
                handOver(chunks.room());
            }
        }
        listed.add(role);
    }

    private void handOver(int members) {
        List<FasMembership> part = new ArrayList<>(members);
        for (int taken = 0; taken < members; taken++) {
            part.add(waiting.remove());
        }
        handedOver += members;
        chunks.add(new FasGroupMembers(id, name, type, part), Math.max(1, members));
    }
}
