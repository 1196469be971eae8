package dev.accolade.contract.fas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Configurations, groups that are made, certificates. */
class FasWritesContractTest {

    @RegisterExtension
    static final Server SERVER = Server.of("fas");

    private static final String[] PLAIN = {"invite_only", "0", "needs_sponsor", "0", "user_can_remove", "1", "prerequisite", "", "joinmsg", "",
            "apply_rules", "None"};

    private final FasGuest fas = new FasGuest(SERVER);

    @Test
    @Tag("fas-39")
    @Tag("fas-40")
    @Tag("fas-41")
    void keepsAndGivesConfigurations() {
        JsonNode kept = fas.user("/config/set/" + fas.user + "/moin/editor", "value", "vi & more");
        JsonNode one = fas.user("/config/list/" + fas.user + "/moin/editor");

        assertThat(kept.has("exc")).isFalse();
        assertThat(one.get("configs").get("editor").asText()).isEqualTo("vi & more");
        assertThat(one.fieldNames()).toIterable().contains("username", "application", "pattern", "configs");
        assertThat(fas.user("/config/list/" + fas.user + "/moin/%2A").get("pattern").asText()).isEqualTo("%");
        assertThat(fas.user("/config/list/" + fas.user + "/moin/nothing").get("configs")).isEmpty();
    }

    @Test
    @Tag("fas-42")
    void refusesTheConfigurationOfSomebodyElseUnder200() {
        for (String page : List.of("/config/list/" + fas.admin + "/moin/theme", "/config/set/" + fas.admin + "/moin/theme")) {
            HttpResponse<String> refused = fas.asUser(page, page.contains("set") ? new String[] {"value", "x"} : new String[0]);
            assertThat(refused.statusCode()).isEqualTo(200);
            assertThat(FasGuest.json(refused).get("exc").asText()).isEqualTo("AuthorizationError");
            assertThat(FasGuest.json(refused).get("tg_flash").asText()).isNotBlank();
        }
    }

    @Test
    @Tag("fas-43")
    void leadsToThePageOfAGroupThatWasMade() {
        HttpResponse<String> made = fas.asAdmin("/group/create/contract-made/Made/" + fas.user + "/tracking", PLAIN);
        String session = FasGuest.visit(made).orElseThrow();
        String token = FasGuest.token(session);
        JsonNode view = FasGuest.json(SERVER.send(fas.request("/group/view/contract-made?_csrf_token=" + token, session).GET()));

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(made.headers().firstValue("location").orElse("")).endsWith("/group/view/contract-made?_csrf_token=" + token);
        assertThat(view.get("group").get("name").asText()).isEqualTo("contract-made");
        assertThat(view.get("sponsor_queue")).isEmpty();
        assertThat(view.get("members")).hasSize(1).allMatch(role -> role.get("role_type").asText().equals("administrator"));
    }

    @Test
    @Tag("fas-45")
    void leadsToTheFrontPageWhenOneMayNotMakeGroups() {
        HttpResponse<String> refused = fas.asUser("/group/create/contract-refused/Refused/" + fas.user + "/tracking", PLAIN);

        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("location").orElse("")).isEqualTo(SERVER.base() + "/");
        assertThat(fas.admin("/json/group_by_name", "groupname", "contract-refused").get("success").asBoolean(true)).isFalse();
    }

    @Test
    @Tag("fas-46")
    void makesACertificateForThoseWhoSigned() {
        JsonNode made = fas.user("/user/dogencert", "tg_format", "json");

        assertThat(made.get("cla").asBoolean()).isTrue();
        assertThat(made.get("cert").asText()).isNotBlank();
        assertThat(made.get("key").asText()).isNotBlank();
    }

    @Test
    @Tag("fas-47")
    void makesNoneForThoseWhoDidNotSign() {
        JsonNode refused = fas.admin("/user/dogencert", "tg_format", "json");

        assertThat(refused.get("cla").asBoolean(true)).isFalse();
        assertThat(refused.has("key")).isFalse();
    }
}
