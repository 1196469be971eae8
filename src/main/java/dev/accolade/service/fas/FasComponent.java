package dev.accolade.service.fas;

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

/** {@code fas:operation?connection=name}. */
@Component("fas")
public class FasComponent extends ServiceComponent<FasConfiguration, FasClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private FasConfiguration configuration = new FasConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        FasOperation.of(remaining);
        Optional<String> connection = Optional.ofNullable((String) parameters.get("connection"));
        refuseBeside(connection, FasEndpoint.OWN_OPTIONS, Set.copyOf(parameters.keySet()));
        FasConfiguration options = connection.isPresent() ? named(connection.get(), FasConfiguration.class) : configuration;
        FasEndpoint endpoint = new FasEndpoint(uri, this, options.copy());
        endpoint.setOperation(remaining);
        configure(endpoint, parameters);
        FasConfiguration effective = endpoint.getConfiguration();
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
    protected FasClient open(String connection, FasConfiguration options) {
        CamelJsonHttp http = CamelJsonHttp.open(connection, getCamelContext(), options.httpSettings());
        Wire wire = new Wire(connection, http, options.throttle(), options.getMaxAnswerBytes(), reply -> Meaning.byStatus(reply.status()), clock());
        return new FasClient(wire, options, clock());
    }

    @Override
    public String getDefaultName() {
        return "fas";
    }

    public FasConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(FasConfiguration configuration) {
        this.configuration = configuration;
    }
}
