package dev.accolade.service.badgr;

import dev.accolade.service.http.CamelJsonHttp;
import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code badgr:operation?connection=name}. */
@Component("badgr")
public class BadgrComponent extends ServiceComponent<BadgrConfiguration, BadgrClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private BadgrConfiguration configuration = new BadgrConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        BadgrOperation.of(remaining);
        Optional<String> connection = Optional.ofNullable((String) parameters.get("connection"));
        refuseBeside(connection, BadgrEndpoint.OWN_OPTIONS, Set.copyOf(parameters.keySet()));
        BadgrConfiguration options = connection.isPresent() ? named(connection.get(), BadgrConfiguration.class) : configuration;
        BadgrEndpoint endpoint = new BadgrEndpoint(uri, this, options.copy());
        endpoint.setOperation(remaining);
        configure(endpoint, parameters);
        BadgrConfiguration effective = endpoint.getConfiguration();
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
    protected BadgrClient open(String connection, BadgrConfiguration options) {
        CamelJsonHttp http = CamelJsonHttp.open(connection, getCamelContext(), options.httpSettings());
        Wire wire = new Wire(connection, http, options.throttle(), options.getMaxAnswerBytes(), new BadgrMeaning(), clock());
        return new BadgrClient(wire, options, clock());
    }

    @Override
    public String getDefaultName() {
        return "badgr";
    }

    public BadgrConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(BadgrConfiguration configuration) {
        this.configuration = configuration;
    }
}
