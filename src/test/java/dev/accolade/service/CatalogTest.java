package dev.accolade.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tools that know Camel are told about the components. */
class CatalogTest {

    @ParameterizedTest
    @CsvSource({"fas,Fas,groupData", "cave,Cave,getGroupUsers", "cloudspot,Cloudspot,getCompanyPermissions", "fasjson,Fasjson,members",
        "bodhi,Bodhi,updates"})
    void knowsOperationsAndConnections(String scheme, String name, String operation) throws IOException {
        assertThat(check(scheme, name, scheme + ":" + operation + "?connection=one&responseTimeout=30s").isSuccess()).isTrue();
        assertThat(check(scheme, name, scheme + ":guess?connection=one").getInvalidEnum()).containsEntry("operation", "guess");
        assertThat(check(scheme, name, scheme + ":" + operation + "?conection=one").getUnknown()).containsExactly("conection");
    }

    @ParameterizedTest
    @CsvSource({"fas,password", "fas,username", "cave,token"})
    void marksSecrets(String scheme, String option) throws IOException {
        assertThat(json(scheme)).containsPattern("\"" + option + "\": \\{[^\n]*\"secret\": true");
    }

    private static EndpointValidationResult check(String scheme, String name, String uri) throws IOException {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent(scheme, "dev.accolade.service." + scheme + "." + name + "Component", json(scheme));
        return catalog.validateEndpointProperties(uri);
    }

    private static String json(String scheme) throws IOException {
        String path = "/META-INF/dev/accolade/service/" + scheme + "/" + scheme + ".json";
        try (InputStream in = CatalogTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
