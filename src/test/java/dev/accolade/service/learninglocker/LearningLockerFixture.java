package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.learninglocker.LearningLockerStandIn;
import dev.accolade.service.http.Watched;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A Learning Locker with two organisations, stores and a client that may manage the others, and a Camel context that knows it as {@code lrs}. */
final class LearningLockerFixture implements AutoCloseable {

    static final String ACADEMY = "64a000000000000000000011";
    static final String PROVISIONER = "64a000000000000000000101";
    static final String READER = "64a000000000000000000102";
    static final String FOREIGN = "64a000000000000000000103";
    static final String SECRET = "5ec2e7015ec2e7015ec2e701";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"organisations": [{"id": "64a000000000000000000001", "var": "org", "name": "Own"},
                               {"id": "64a000000000000000000002", "var": "other", "name": "Other"}],
             "stores": [{"id": "64a000000000000000000011", "var": "academy", "organisation": "${org}", "title": "Academy"},
                        {"id": "64a000000000000000000012", "organisation": "${org}", "title": "Twin"},
                        {"id": "64a000000000000000000013", "organisation": "${org}", "title": "Twin"},
                        {"id": "64a000000000000000000014", "var": "far", "organisation": "${other}", "title": "Far"}],
             "clients": [
               {"id": "64a000000000000000000101", "title": "Provisioner", "organisation": "${org}", "lrs_id": "${academy}", "scopes": ["all"],
                "api": {"basic_key": "key-of-provisioner", "basic_secret": "5ec2e7015ec2e7015ec2e701"}},
               {"id": "64a000000000000000000102", "title": "Reader", "organisation": "${org}", "lrs_id": "${academy}", "scopes": ["xapi/read"],
                "api": {"basic_key": "key-of-reader", "basic_secret": "5ec2e7015ec2e7015ec2e701"}},
               {"id": "64a000000000000000000103", "title": "Foreign", "organisation": "${other}", "lrs_id": "${far}", "scopes": ["all"],
                "api": {"basic_key": "key-of-foreign", "basic_secret": "5ec2e7015ec2e7015ec2e701"}}]}
            """;

    final Watched locker = new Watched(new LearningLockerStandIn());
    final Sandbox sandbox = Sandbox.start("127.0.0.1", 0, List.of(locker));
    final CamelContext context = new DefaultCamelContext();
    final LearningLockerConfiguration configuration = new LearningLockerConfiguration();
    final LearningLockerComponent component = new LearningLockerComponent();
    final ProducerTemplate template;

    LearningLockerFixture() {
        locker.load(json(SEED));
        configuration.setBaseUrl(sandbox.base("learning-locker") + "/api");
        configuration.setXapiUrl(sandbox.base("learning-locker"));
        configuration.setBasicKey("key-of-provisioner");
        configuration.setBasicSecret(SECRET);
        context.addComponent("learning-locker", component);
        context.getRegistry().bind("lrs", configuration);
        context.start();
        template = context.createProducerTemplate();
    }

    /** Adds so many clients to the store Academy, before anything else is done. */
    void crowd(int clients) {
        JsonNode seed = json(SEED);
        ArrayNode all = (ArrayNode) seed.path("clients");
        for (int i = 0; i < clients; i++) {
            all.addObject().put("title", "crew-" + i).put("organisation", "${org}").put("lrs_id", "${academy}");
        }
        locker.load(seed);
    }

    /** The client that routes use too. */
    LearningLockerClient client() {
        return component.client("lrs", "lrs", configuration);
    }

    /** What the server has of a client, its secret included. */
    JsonNode stored(String id) {
        String login = Base64.getEncoder().encodeToString(("key-of-provisioner:" + SECRET).getBytes(StandardCharsets.UTF_8));
        Call call = new Call("GET", "/api/v2/client/" + id, "", Map.of("authorization", List.of("Basic " + login),
                "content-type", List.of("application/json")),
                new byte[0], "http://test/learning-locker", "127.0.0.1");
        return json(new String(locker.answer(call).body(), StandardCharsets.UTF_8));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** Ann, by her account. */
    static JsonNode ann() {
        return json("{\"objectType\": \"Agent\", \"name\": \"Ann\", "
                + "\"account\": {\"name\": \"ann\", \"homePage\": \"https://license.example.org\"}}");
    }

    /** A statement without id, authority and times. */
    static JsonNode statement() {
        return json("{\"actor\": {\"mbox\": \"mailto:Learner@example.org\"}, \"verb\": {\"id\": \"http://adlnet.gov/expapi/verbs/experienced\"},"
                + " \"object\": {\"id\": \"http://example.org/activities/1\"}}");
    }

    static ClientRequest request(String title) {
        return new ClientRequest(title, ACADEMY, ann(), List.of("statements/write", "statements/read/mine"), Optional.of("accolade-" + title), true);
    }

    @Override
    public void close() throws Exception {
        context.close();
        sandbox.close();
    }
}
