package dev.accolade.service.bodhi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.service.BadAnswers;
import dev.accolade.service.Canned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of answers that are not as they should be: never a wrong result, never a surprise. */
class BodhiAnswersTest {

    private static final String UPDATE = """
            {"alias": "FEDORA-2024-1", "user": {"name": "zofia", "id": 3}, "status": "stable", "request": null, "type": "bugfix", "release": {"name": "F40"},
             "builds": [{"nvr": "żółw-1.0-1.fc40"}], "date_submitted": "2024-01-05 08:00:00", "date_modified": null, "date_pushed": "2024-01-13 08:00:00",
             "date_testing": null, "date_stable": "2024-01-13 08:00:00"}""";
    private static final String PAGE = ", \"page\": 1, \"pages\": 1, \"rows_per_page\": 100, \"total\": 1}";
    private static final String USER = "{\"id\": 3, \"name\": \"zofia\", \"groups\": [{\"name\": \"packager\"}]}";

    private final Canned server = new Canned();
    private final BodhiClient client = new BodhiClient(server.wire("updates", new BodhiMeaning()), new BodhiConfiguration());

    @Test
    void refusesBadPagesOfUpdates() {
        new BadAnswers(server, "{\"updates\": [" + UPDATE + "]" + PAGE, this::updates).cutAtEachByte().somethingElse().otherValuesAnywhere()
                .otherValuesAt("/updates/0/alias", "/updates/0/user", "/updates/0/status", "/updates/0/builds", "/updates/0/date_stable", "/updates/0/release",
                        "/page", "/pages", "/total")
                .nothingAt("/updates/0/alias", "/updates/0/status", "/updates/0/builds", "/updates/0/builds/0/nvr", "/updates", "/page", "/pages", "/total");
    }

    @Test
    void refusesABadUpdate() {
        new BadAnswers(server, "{\"update\": " + UPDATE + "}", () -> client.update("FEDORA-2024-1")).cutAtEachByte().somethingElse().otherValuesAnywhere()
                .otherValuesAt("/update", "/update/user", "/update/date_pushed").nothingAt("/update", "/update/alias");
    }

    @Test
    void refusesBadPeople() {
        new BadAnswers(server, "{\"users\": [" + USER + "]" + PAGE, () -> {
            List<BodhiUser> users = new ArrayList<>();
            client.users(users::addAll);
            return users;
        }).cutAtEachByte().somethingElse().otherValuesAnywhere().otherValuesAt("/users/0/name", "/users/0/groups").nothingAt("/users/0/name", "/users", "/total");
        new BadAnswers(server, "{\"user\": " + USER + "}", () -> client.user("zofia")).cutAtEachByte().somethingElse().otherValuesAnywhere()
                .otherValuesAt("/user/name", "/user/groups").nothingAt("/user/id", "/user/name", "/user");
    }

    @Test
    void refusesABadAnswerToItsCheck() {
        new BadAnswers(server, "{\"updates\": []" + PAGE, client::check).cutAtEachByte().somethingElse().otherValuesAt("/total").nothingAt("/total");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        server.says("{\"chrome\": true, \"updates\": [" + UPDATE.replaceFirst("\\{", "{\"comments\": [{\"text\": \"+1\"}], ") + "]" + PAGE);

        assertThat(updates()).isEqualTo(List.of(new BodhiUpdate("FEDORA-2024-1", Optional.of("zofia"), "stable", Optional.empty(), "bugfix", Optional.of("F40"),
                List.of("żółw-1.0-1.fc40"), new BodhiUpdate.Times(Optional.of(Instant.parse("2024-01-05T08:00:00Z")), Optional.empty(),
                        Optional.of(Instant.parse("2024-01-13T08:00:00Z")), Optional.empty(), Optional.of(Instant.parse("2024-01-13T08:00:00Z"))))));
    }

    private Object updates() {
        List<BodhiUpdate> updates = new ArrayList<>();
        client.updates(UpdateFilter.all(), updates::addAll);
        return updates;
    }
}
