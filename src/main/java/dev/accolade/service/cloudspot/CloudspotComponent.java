package dev.accolade.service.cloudspot;

import dev.accolade.service.http.CamelJsonHttp;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code cloudspot:operation?connection=name}. */
@Component("cloudspot")
public class CloudspotComponent extends ServiceComponent<CloudspotConfiguration, CloudspotClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private CloudspotConfiguration configuration = new CloudspotConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CloudspotOperation.of(remaining);
        Optional<String> connection = Optional.ofNullable((String) parameters.get("connection"));
        refuseBeside(connection, CloudspotEndpoint.OWN_OPTIONS, Set.copyOf(parameters.keySet()));
        CloudspotConfiguration options = connection.isPresent() ? named(connection.get(), CloudspotConfiguration.class) : configuration;
        CloudspotEndpoint endpoint = new CloudspotEndpoint(uri, this, options.copy());
        endpoint.setOperation(remaining);
        configure(endpoint, parameters);
        CloudspotConfiguration effective = endpoint.getConfiguration();
        try {
            effective.check();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("The connection " + connection.orElse("of " + remaining) + " is not usable: "
                    + wrong.getMessage(), wrong);
        }
        Object key = connection.isPresent() ? connection.get() : effective.key();
        endpoint.use(client(key, connection.orElse(getDefaultName()), effective));
        return endpoint;
    }

    @Override
    protected CloudspotClient open(String connection, CloudspotConfiguration options) {
        CamelJsonHttp http = CamelJsonHttp.open(connection, getCamelContext(), options.httpSettings());
        Wire wire = new Wire(connection, http, options.throttle(), options.getMaxAnswerBytes(), reply -> Meaning.byStatus(reply.status()), clock());
        return new CloudspotClient(wire, options);
    }

    @Override
    public String getDefaultName() {
        return "cloudspot";
    }

    public CloudspotConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CloudspotConfiguration configuration) {
        this.configuration = configuration;
    }
}
