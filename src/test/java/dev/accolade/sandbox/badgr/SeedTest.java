package dev.accolade.sandbox.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SeedTest {

    private final SettableClock clock = new SettableClock();

    private static JsonNode seedWithAssertions(String assertions) {
        JsonNode seed = BadgrServer.json(BadgrServer.SEED);
        ((ObjectNode) seed.at("/issuers/0/badgeClasses/0")).set("assertions", BadgrServer.json(assertions));
        return seed;
    }

    @Test
    void takesAssertionsWithTheirState() {
        World world = Seed.read(seedWithAssertions("""
                [{"entityId": "a1", "recipient": "alice@example.org", "issuedOn": "2025-01-01T00:00:00Z", "createdBy": "staff@example.org"},
                 {"entityId": "a2", "recipient": {"identity": "https://example.org/bob", "type": "url"}, "revoked": true, "revocationReason": "left"},
                 {"entityId": "a3", "recipient": "alice@example.org", "expires": "2025-02-01T00:00:00Z"}]
                """), clock);

        assertThat(world.classes.get("class-1").to("alice@example.org")).extracting(one -> one.id).containsExactly("a1", "a3");
        Assertion first = world.assertions.byId("a1").orElseThrow();
        assertThat(first.createdBy).isEqualTo(world.accounts.byEmail("staff@example.org").orElseThrow().id());
        assertThat(first.live(clock.instant())).isTrue();
        assertThat(world.assertions.byId("a2").orElseThrow().revocation).hasValue("left");
        assertThat(world.assertions.byId("a2").orElseThrow().recipient.hashed()).isFalse();
        assertThat(world.assertions.byId("a3").orElseThrow().live(clock.instant())).isFalse();
    }

    @Test
    void readsSettingsThatExplainThemselves() {
        Settings settings = Settings.DEFAULT.with(BadgrServer.json("""
                {"scopes": "lax where the contract says so", "ui": "badges.example.org, the web interface", "TOKEN_BACKOFF_MAXIMUM_SECONDS": 8,
                 "access_token_seconds": 60, "recipient_filter": "case-insensitive", "terms_versions": "none, so the own profile fails"}
                """));
        assertThat(settings).isEqualTo(new Settings(60, true, 2, 8, true, 0, -1, false, "badges.example.org", "public", false));
    }

    @Test
    void refusesAnUnknownUserWithoutNamingIt() {
        assertThatThrownBy(() -> Seed.read(seedWithAssertions("[{\"recipient\": \"a@example.org\", \"createdBy\": \"ghost@example.org\"}]"), clock))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("names a user").hasMessageNotContaining("ghost");
    }

    @Test
    void refusesASettingOfTheWrongKindAndKeepsTheOldOnes() {
        try (BadgrServer badgr = new BadgrServer()) {
            assertThat(badgr.control("POST", "/settings", "{\"accessTokenSeconds\": 5, \"scopes\": \"loose\"}").status()).isEqualTo(400);
            assertThat(badgr.control("POST", "/settings", "[]").status()).isEqualTo(400);
            assertThat(badgr.control("GET", "/settings", "").body().path("accessTokenSeconds").asInt()).isEqualTo(86_400);
            assertThat(badgr.control("GET", "/nothing", "").status()).isEqualTo(404);
        }
    }
}
