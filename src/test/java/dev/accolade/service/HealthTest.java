package dev.accolade.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.community.Community;
import dev.accolade.service.badgr.BadgrConfiguration;
import dev.accolade.service.bodhi.BodhiConfiguration;
import dev.accolade.service.cave.CaveConfiguration;
import dev.accolade.service.cloudspot.CloudspotConfiguration;
import dev.accolade.service.fas.FasConfiguration;
import dev.accolade.service.fasjson.FasjsonAuth;
import dev.accolade.service.fasjson.FasjsonConfiguration;
import dev.accolade.service.http.ConnectionOptions;
import dev.accolade.service.learninglocker.LearningLockerConfiguration;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The health check that each connection gets. */
class HealthTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = SandboxServices.start("127.0.0.1", 0, Community.sample());
        ProducersHealthCheckRepository producers = new ProducersHealthCheckRepository();
        producers.setCamelContext(context);
        producers.setEnabled(true);
        HealthCheckHelper.getHealthCheckRegistry(context).register(producers);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fas", "cave", "cloudspot", "badgr", "learning-locker", "fasjson", "bodhi"})
    void isUpWhenTheServiceLetsUsIn(String service) {
        assertThat(health(service, options(service, "")).getState()).isEqualTo(HealthCheck.State.UP);
    }

    /** Cloudspot knows no login of an application and Bodhi none at all, so that their checks cannot fail for one. */
    @ParameterizedTest
    @ValueSource(strings = {"fas", "cave", "badgr", "learning-locker", "fasjson"})
    void isDownForAWrongPasswordAndSaysWhoseTurnItIs(String service) {
        HealthCheck.Result found = health(service, options(service, "-wrong-secret"));
        assertThat(found.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(found.getDetails()).containsEntry("turn", "OPERATOR");
        assertThat(found.getMessage().orElseThrow()).doesNotContain("wrong-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fas", "cave", "cloudspot", "badgr", "learning-locker", "fasjson", "bodhi"})
    void isDownForADeadHost(String service) {
        ConnectionOptions options = options(service, "");
        sandbox.close();
        assertThat(health(service, options).getState()).isEqualTo(HealthCheck.State.DOWN);
    }

    private HealthCheck.Result health(String service, ConnectionOptions options) {
        context.getRegistry().bind("one", options);
        context.getEndpoint(service + ":check?connection=one");
        HealthCheckRepository producers = HealthCheckHelper.getHealthCheckRepository(context, "producers");
        return producers.stream().filter(check -> check.getId().equals(service + "-one")).findFirst().orElseThrow().call();
    }

    private ConnectionOptions options(String service, String suffix) {
        ConnectionOptions options = switch (service) {
            case "fas" -> fas(suffix);
            case "cave" -> cave(suffix);
            case "cloudspot" -> cloudspot();
            case "badgr" -> badgr(suffix);
            case "fasjson" -> fasjson(suffix);
            case "bodhi" -> new BodhiConfiguration();
            default -> learningLocker(suffix);
        };
        options.setBaseUrl(SandboxServices.address(sandbox, service));
        return options;
    }

    private static ConnectionOptions fas(String suffix) {
        FasConfiguration options = new FasConfiguration();
        options.setUsername(SandboxCredentials.FAS_USERNAME);
        options.setPassword(SandboxCredentials.FAS_PASSWORD + suffix);
        return options;
    }

    private static ConnectionOptions cave(String suffix) {
        CaveConfiguration options = new CaveConfiguration();
        options.setToken(SandboxCredentials.CAVE_TOKEN + suffix);
        return options;
    }

    private static ConnectionOptions cloudspot() {
        CloudspotConfiguration options = new CloudspotConfiguration();
        options.setApplicationId(SandboxCredentials.CLOUDSPOT_APPLICATION);
        return options;
    }

    private static ConnectionOptions badgr(String suffix) {
        BadgrConfiguration options = new BadgrConfiguration();
        options.setUsername(SandboxCredentials.BADGR_USERNAME);
        options.setPassword(SandboxCredentials.BADGR_PASSWORD + suffix);
        return options;
    }

    private static ConnectionOptions fasjson(String suffix) {
        FasjsonConfiguration options = new FasjsonConfiguration();
        options.setAuth(FasjsonAuth.SANDBOX);
        options.setPrincipal(SandboxCredentials.FASJSON_PRINCIPAL + suffix);
        return options;
    }

    private static ConnectionOptions learningLocker(String suffix) {
        LearningLockerConfiguration options = new LearningLockerConfiguration();
        options.setBasicKey(SandboxCredentials.LEARNING_LOCKER_KEY);
        options.setBasicSecret(SandboxCredentials.LEARNING_LOCKER_SECRET + suffix);
        return options;
    }
}
