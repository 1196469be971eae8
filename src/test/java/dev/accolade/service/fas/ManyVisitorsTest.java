package dev.accolade.service.fas;

import static dev.accolade.service.fas.FasConstants.PASSWORD;
import static dev.accolade.service.fas.FasConstants.SESSION_ID;
import static dev.accolade.service.fas.FasConstants.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.service.Routes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many users at once through one endpoint, beside the connection's own account. */
class ManyVisitorsTest {

    private static final int USERS = 40;
    private static final int ROUNDS = 5;

    private final Witness witness = new Witness();
    private Routes routes;

    @BeforeEach
    void start() {
        routes = new Routes(witness);
        ObjectNode seed = new ObjectMapper().createObjectNode();
        ArrayNode people = seed.putArray("people");
        people.addObject().put("username", "admin").put("login_password", "secret-admin").put("admin", true);
        for (int user = 0; user < USERS; user++) {
            people.addObject().put("username", "user" + user).put("login_password", "secret-user" + user).put("email",
                    "user" + user + "@example.org");
        }
        routes.sandbox.load("fas", seed);
        FasConfiguration options = new FasConfiguration();
        options.setUsername("admin");
        options.setPassword("secret-admin");
        options.setMaxConcurrency(8);
        routes.connect("fedora", options);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void givesNobodyTheSessionOrTheDataOfSomebodyElse() throws Exception {
        Set<String> sessions = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> all = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            String name = "user" + user;
            all.add(threads.submit(() -> {
                sessions.add(visit(name));
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(sessions).hasSize(USERS);
        assertThat(routes.ask("fas:userId?connection=fedora", Map.of())).isNotNull();
    }

    @Test
    void keepsNoSessionOnDiskOrForTheNextCall() throws Exception {
        Path folder = Path.of(System.getProperty("user.home"), ".fedora");
        boolean before = Files.exists(folder);
        String session = visit("user1");

        assertThat(Files.exists(folder)).isEqualTo(before);
        int asked = witness.calls.size();
        assertThat(routes.send("fas:userInfo?connection=fedora", null, Map.of()).getException()).isInstanceOf(AuthException.class);
        assertThat(witness.calls).hasSize(asked);
        routes.ask("fas:userId?connection=fedora", Map.of());
        assertThat(witness.calls.subList(asked, witness.calls.size())).noneMatch(call -> call.header("cookie").orElse("").contains(session));
    }

    /** Logs in and asks again and again, while the connection's account does the same. */
    private String visit(String name) throws Exception {
        FasVisit login = (FasVisit) routes.ask("fas:login?connection=fedora", Map.of(USERNAME, name, PASSWORD, "secret-" + name));
        String session = login.sessionId().orElseThrow();
        for (int round = 0; round < ROUNDS; round++) {
            FasVisit own = (FasVisit) routes.ask("fas:userInfo?connection=fedora", Map.of(SESSION_ID, session));
            assertThat(own.data()).containsEntry("username", name).containsEntry("email", name + "@example.org");
            assertThat(own.sessionId()).contains(session);
            assertThat(((FasCheck) routes.ask("fas:check?connection=fedora", Map.of())).account().username()).isEqualTo("admin");
            assertThat(routes.ask("fas:verifyPassword?connection=fedora", Map.of(USERNAME, name, PASSWORD, "secret-admin"))).isEqualTo(false);
        }
        return session;
    }
}
