package dev.accolade.service.fas;

import static dev.accolade.service.fas.FasRoleType.ADMINISTRATOR;
import static dev.accolade.service.fas.FasRoleType.SPONSOR;
import static dev.accolade.service.fas.FasRoleType.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupDataReaderTest {

    private static final String DIVERS = """
            "divers": {"id": 7, "type": "git", "administrators": [1], "sponsors": [2], "users": [3, 4]}""";

    private final List<List<FasGroupMembers>> chunks = new ArrayList<>();

    @Test
    void readsRolesOfEachGroup() throws IOException {
        FasCounts counts = read(100, "{\"success\": true, \"data\": {" + DIVERS + "}}");

        assertThat(counts).isEqualTo(new FasCounts(1, 4));
        assertThat(chunks).containsExactly(List.of(new FasGroupMembers(7, "divers", "git", List.of(
                new FasMembership(1, ADMINISTRATOR), new FasMembership(2, SPONSOR), new FasMembership(3, USER), new FasMembership(4, USER)))));
    }

    @Test
    void worksWhenThereIsNoGroup() throws IOException {
        assertThat(read(100, "{\"data\": {}, \"success\": true}")).isEqualTo(new FasCounts(0, 0));
        assertThat(chunks).isEmpty();
    }

    @Test
    void tellsOfGroupsThatHaveNobody() throws IOException {
        read(100, """
                {"data": {"empty": {"id": 8, "type": "tracking", "administrators": [], "sponsors": [], "users": []}}, "success": true}""");

        assertThat(chunks).containsExactly(List.of(new FasGroupMembers(8, "empty", "tracking", List.of())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 99, 100, 101, 1000})
    void splitsOneLargeGroupOverChunksAndLosesNobody(int chunkSize) throws IOException {
        String users = LongStream.rangeClosed(10, 108).mapToObj(Long::toString).collect(Collectors.joining(","));
        String large = "\"crowd\": {\"id\": 9, \"type\": \"git\", \"administrators\": [1], \"sponsors\": [], \"users\": [" + users + "]}";

        assertThat(read(chunkSize, "{\"success\": true, \"data\": {" + large + ", " + DIVERS + "}}")).isEqualTo(new FasCounts(2, 104));
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.stream().mapToInt(part -> part.memberships().size()).sum()).isBetween(1, chunkSize));
        assertThat(members("crowd")).hasSize(100).doesNotHaveDuplicates();
        assertThat(members("divers")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @Test
    void takesKeysInAnyOrder() throws IOException {
        String reversed = """
                "divers": {"users": [3, 4], "extra": {"a": [1]}, "sponsors": [2], "administrators": [1], "type": "git", "id": 7}""";

        assertThat(read(2, "{\"data\": {" + reversed + "}, \"success\": true}")).isEqualTo(new FasCounts(1, 4));
        assertThat(chunks).hasSize(2);
        assertThat(members("divers")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"divers\": {\"id\": 7, \"type\": \"git\", \"administrators\": [1], \"sponsors\": [2]}",
        "\"divers\": {\"id\": 7, \"type\": \"git\", \"administrators\": [1], \"sponsors\": [2], \"users\": null}",
        "\"divers\": {\"id\": 7, \"type\": \"git\", \"administrators\": [1], \"sponsors\": [2], \"users\": [null]}",
        "\"divers\": {\"type\": \"git\", \"administrators\": [], \"sponsors\": [], \"users\": []}",
        "\"divers\": {\"id\": null, \"type\": \"git\", \"administrators\": [], \"sponsors\": [], \"users\": []}",
        "\"divers\": null",
        "\"divers\": []"})
    void refusesGroupsWithSomethingMissing(String group) {
        assertThatThrownBy(() -> read(100, "{\"success\": true, \"data\": {" + group + "}}")).isInstanceOf(IOException.class);
    }

    @Test
    void throwsAtAnyPlaceWhereTheAnswerEndsTooEarly() {
        String whole = "{\"success\": true, \"data\": {" + DIVERS + "}}";

        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(1, cut)).as(cut).isInstanceOf(IOException.class);
        }
    }

    private List<Long> members(String group) {
        return chunks.stream().flatMap(List::stream).filter(part -> part.name().equals(group)).flatMap(part -> part.memberships().stream())
                .map(FasMembership::personId).toList();
    }

    private FasCounts read(int chunkSize, String json) throws IOException {
        GroupDataReader reader = new GroupDataReader(chunkSize, chunks::add);
        FasEnvelope.read(new ObjectMapper().createParser(json), Map.of("data", reader));
        return reader.finish();
    }
}
