package dev.accolade.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.community.Community;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes that the pages of docs/services give as examples do what they say, on the sandbox. */
class ServiceExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private Sandbox sandbox;

    static List<String> schemes() {
        return Catalog.SCHEMES;
    }

    @BeforeEach
    void start() {
        sandbox = SandboxServices.start("127.0.0.1", 0, Community.sample());
        Connected.to(sandbox).forEach(context.getRegistry()::bind);
    }

    @AfterEach
    void stop() {
        context.stop();
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void runsTheExamplesOfItsPage(String scheme) throws Exception {
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("docs/services", scheme + ".md")));
        int number = 0;
        while (examples.find()) {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(scheme + number++ + ".camel.yaml", examples.group(1)));
        }
        assertThat(number).as("examples of " + scheme).isPositive();
        context.start();
        assertThat(context.getRoutes()).isNotEmpty();
        context.getRoutes().stream().map(Route::getEndpoint).filter(from -> from.getEndpointUri().startsWith("direct")).forEach(from -> {
            Exchange told = context.createProducerTemplate().request(from, exchange -> exchange.getIn().setBody(null));
            assertThat(told.getException()).as(from.getEndpointUri()).isNull();
            assertThat(told.getMessage().getBody()).as(from.getEndpointUri()).isNotNull();
        });
    }
}
