package dev.accolade.service.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.service.http.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearningLockerComponentTest {

    private final LearningLockerFixture fixture = new LearningLockerFixture();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void offersAllItsOperationsAsEndpoints() {
        assertThat(request("check", null, LearningLockerCheck.class).scopes()).containsExactly("all");
        assertThat(request("stores", null, List.class)).hasSize(3);
        assertThat(request("storeByTitle", null, Store.class, LearningLockerConstants.STORE, "Academy").id())
                .isEqualTo(LearningLockerFixture.ACADEMY);
        Client made = request("createClient", LearningLockerFixture.request("crew-1"), Client.class);
        assertThat(request("clientByKey", null, List.class, LearningLockerConstants.KEY, "accolade-crew-1")).isEqualTo(List.of(made));
        assertThat(request("client", null, Client.class, LearningLockerConstants.CLIENT, made.id())).isEqualTo(made);
        assertThat(request("disableClient", null, Client.class, LearningLockerConstants.CLIENT, made.id()).trusted()).isFalse();
        assertThat(request("enableClient", null, Client.class, LearningLockerConstants.CLIENT, made.id()).trusted()).isTrue();
        assertThat(request("updateClient", ClientChange.of(made.id()).withTitle("crew-2"), Client.class).title()).isEqualTo("crew-2");
        assertThat(request("clients", null, List.class, LearningLockerConstants.STORE, LearningLockerFixture.ACADEMY)).hasSize(4);
        assertThat(request("clients", null, List.class)).hasSize(6);
    }

    @Test
    void handsOverPagesWithTheHeadersOfTheExchange() throws Exception {
        List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
        List<Object> bodies = new CopyOnWriteArrayList<>();
        fixture.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:page").process(exchange -> {
                    headers.add(Map.copyOf(exchange.getIn().getHeaders()));
                    bodies.add(exchange.getIn().getBody());
                });
            }
        });
        int items = fixture.template.requestBodyAndHeader("learning-locker:clients?connection=lrs&chunkTo=direct:page", null, "snapshot", 7,
                Integer.class);
        assertThat(items).isEqualTo(5);
        assertThat(headers).singleElement().satisfies(one -> assertThat(one).containsEntry("snapshot", 7)
                .containsEntry(LearningLockerConstants.CHUNK, 0));
        assertThat(bodies).singleElement().satisfies(page -> assertThat((List<?>) page).hasSize(5));
    }

    @Test
    void refusesAtStartWhatNobodyKnows() {
        assertThatThrownBy(() -> fixture.context.getEndpoint("learning-locker:deleteAll?connection=lrs"))
                .hasStackTraceContaining("learning-locker has no operation 'deleteAll'; it has [check, stores,");
        assertThatThrownBy(() -> fixture.context.getEndpoint("learning-locker:stores?connection=lsr"))
                .hasStackTraceContaining("no connection 'lsr' for learning-locker: known are [lrs]");
        assertThatThrownBy(() -> fixture.context.getEndpoint("learning-locker:stores?baseUrl=http://x&basicKey=a"))
                .hasStackTraceContaining("basicSecret is missing");
        assertThatThrownBy(() -> fixture.context.getEndpoint("learning-locker:stores?baseUrl=http://x&basickKey=a"))
                .hasStackTraceContaining("Unknown options [basickKey]; known are [").hasStackTraceContaining("basicKey");
    }

    @Test
    void offersInTheCatalogWhatItCanDo() throws Exception {
        assertThat(String.join(",", Operation.names(LearningLockerOperation.class))).isEqualTo(LearningLockerOperation.NAMES);
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        try (var json = LearningLockerComponent.class.getResourceAsStream("/META-INF/dev/accolade/service/learninglocker/learning-locker.json")) {
            catalog.addComponent("learning-locker", LearningLockerComponent.class.getName(), new String(json.readAllBytes()));
        }
        assertThat(catalog.validateEndpointProperties("learning-locker:createClient?connection=lrs").isSuccess()).isTrue();
        assertThat(catalog.validateEndpointProperties("learning-locker:makeClient?connection=lrs").isSuccess()).isFalse();
    }

    private <T> T request(String operation, Object body, Class<T> type) {
        return fixture.template.requestBody("learning-locker:" + operation + "?connection=lrs", body, type);
    }

    private <T> T request(String operation, Object body, Class<T> type, String header, String value) {
        return fixture.template.requestBodyAndHeader("learning-locker:" + operation + "?connection=lrs", body, header, value, type);
    }
}
