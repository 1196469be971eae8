package dev.accolade.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What befell other programs of this kind, told over HTTP. The table of all of them is in docs/reliability.md. */
abstract class Incidents {

    private static final String RULES = """
            version: 1
            rules:
              - id: packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager}
                on-leave: {do: revoke}
              - id: diver
                when: {source: reef, group: divers}
                award: {target: badges, issuer: Reef Lab, badge: Diver}
                on-leave: {do: revoke}
            """;
    static final String NEWCOMER = "newcomer";

    @TempDir
    Path folder;
    World world;
    final SettableClock clock = new SettableClock();

    @BeforeEach
    void open() {
        world = new World(folder);
        world.rules(RULES);
    }

    @AfterEach
    void close() {
        world.close();
    }

    void newcomer(String email) {
        world.control("POST", "fas/people", "{\"username\":\"" + NEWCOMER + "\",\"human_name\":\"New Comer\",\"email\":\"" + email + "\"}");
        world.control("PUT", "fas/groups/packager/members/" + NEWCOMER, "{\"role\":\"user\"}");
    }

    /** Two complete reads far enough apart to show an absence. */
    void syncTwice(Accolade accolade) {
        clock.forward(Duration.ofMinutes(11));
        World.sync(accolade);
        clock.forward(Duration.ofMinutes(11));
        World.sync(accolade);
    }

    /** How many changes are in each state, but for those that a later plan no longer wanted. */
    static Map<String, Long> states(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select state, count(*) as n from change where state <> 'SUPERSEDED' group by state")
                .collectRows(java.util.stream.Collectors.toMap(row -> row.getColumn("state", String.class), row -> row.getColumn("n", Long.class))));
    }
}
