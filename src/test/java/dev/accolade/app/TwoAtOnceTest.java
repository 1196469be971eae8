package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.community.Community;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoAtOnceTest {

    @TempDir
    Path folder;

    @Test
    void twoProcessesThatReadPlanAndPushAtOnceGiveEachBadgeOnce() {
        try (World world = new World(folder)) {
            Community many = Community.generated(400, 5);
            List.of("fas", "badgr").forEach(service -> world.sandbox.load(service, many.seed(service)));
            world.rules(rulesFor(many));
            try (Accolade one = world.start(Clock.systemUTC()); Accolade other = world.start(Clock.systemUTC())) {
                CompletableFuture.allOf(CompletableFuture.runAsync(() -> World.sync(one)), CompletableFuture.runAsync(() -> World.sync(other))).join();
                World.sync(one);
                assertThat(world.liveBadges()).isGreaterThan(500);
                assertThat(world.duplicateBadges()).isZero();
                assertThat(claimedTwice(one)).isZero();
                assertThat(World.sync(other).isEmpty()).isTrue();
            }
        }
    }

    private static String rulesFor(Community community) {
        StringBuilder rules = new StringBuilder("version: 1\nrules:\n");
        int id = 0;
        for (var group : community.seed("fas").path("groups")) {
            String name = group.path("name").asText();
            if (!name.equals("accounts")) {
                rules.append("  - {id: r").append(id++).append(", when: {source: fedora, group: ").append(name)
                        .append("}, award: {target: badges, issuer: Fedora Project, badge: Member of ").append(name).append("}}\n");
            }
        }
        return rules.toString();
    }

    private static int claimedTwice(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from change where attempts > 1").mapTo(Integer.class).one());
    }
}
