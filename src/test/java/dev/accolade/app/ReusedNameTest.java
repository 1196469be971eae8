package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user name that changes hands: the client of who had it first is not taken over. */
class ReusedNameTest {

    @TempDir
    Path folder;

    @Test
    void theClientOfWhoHadTheNameFirstIsLeftAlone() {
        try (World world = new World(folder)) {
            world.rules("""
                    version: 1
                    rules:
                      - id: writers
                        when: {source: fedora, group: docs}
                        authorize:
                          target: lrs
                          store: Academy
                          authority: {account: {homePage: "https://accounts.example.org", name: "${member.username}"}}
                          scopes: [statements/write]
                    """);
            world.control("POST", "fas/people", "{\"username\":\"reused\",\"human_name\":\"First Owner\",\"email\":\"first@example.org\"}");
            world.control("PUT", "fas/groups/docs/members/reused", "{\"role\":\"user\"}");
            try (Accolade accolade = world.start(Clock.systemUTC())) {
                World.sync(accolade);
                int clients = world.enabledClients();
                world.control("DELETE", "fas/people/reused", "");
                world.control("POST", "fas/people", "{\"username\":\"reused\",\"human_name\":\"Second Owner\",\"email\":\"second@example.org\"}");
                world.control("PUT", "fas/groups/docs/members/reused", "{\"role\":\"user\"}");
                World.sync(accolade);
                assertThat(world.enabledClients()).isEqualTo(clients);
                List<String> refusals = accolade.ledger().database().read(handle -> handle.createQuery("select message from change where state = 'REFUSED'").mapTo(String.class).list());
                assertThat(refusals).singleElement().asString().contains("belongs to another person");
            }
        }
    }
}
