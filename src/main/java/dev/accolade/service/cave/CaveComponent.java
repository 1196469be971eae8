package dev.accolade.service.cave;

import dev.accolade.service.http.CamelJsonHttp;
import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code cave:operation?connection=name}. */
@Component("cave")
public class CaveComponent extends ServiceComponent<CaveConfiguration, CaveClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private CaveConfiguration configuration = new CaveConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CaveOperation.of(remaining);
        Optional<String> connection = Optional.ofNullable((String) parameters.get("connection"));
        refuseBeside(connection, CaveEndpoint.OWN_OPTIONS, Set.copyOf(parameters.keySet()));
        CaveConfiguration options = connection.isPresent() ? named(connection.get(), CaveConfiguration.class) : configuration;
        CaveEndpoint endpoint = new CaveEndpoint(uri, this, options.copy());
        endpoint.setOperation(remaining);
        configure(endpoint, parameters);
        CaveConfiguration effective = endpoint.getConfiguration();
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
    protected CaveClient open(String connection, CaveConfiguration options) {
        CamelJsonHttp http = CamelJsonHttp.open(connection, getCamelContext(), options.httpSettings());
        Wire wire = new Wire(connection, http, options.throttle(), options.getMaxAnswerBytes(), new CaveMeaning(), clock());
        return new CaveClient(wire, options);
    }

    @Override
    public String getDefaultName() {
        return "cave";
    }

    public CaveConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CaveConfiguration configuration) {
        this.configuration = configuration;
    }
}
