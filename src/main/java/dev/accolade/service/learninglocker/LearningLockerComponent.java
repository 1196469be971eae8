package dev.accolade.service.learninglocker;

import dev.accolade.service.http.CamelJsonHttp;
import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code learning-locker:operation?connection=name}. */
@Component("learning-locker")
public class LearningLockerComponent extends ServiceComponent<LearningLockerConfiguration, LearningLockerClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private LearningLockerConfiguration configuration = new LearningLockerConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        LearningLockerOperation.of(remaining);
        Optional<String> connection = Optional.ofNullable((String) parameters.get("connection"));
        refuseBeside(connection, LearningLockerEndpoint.OWN_OPTIONS, Set.copyOf(parameters.keySet()));
        LearningLockerConfiguration options = connection.isPresent() ? named(connection.get(), LearningLockerConfiguration.class) : configuration;
        LearningLockerEndpoint endpoint = new LearningLockerEndpoint(uri, this, options.copy());
        endpoint.setOperation(remaining);
        configure(endpoint, parameters);
        LearningLockerConfiguration effective = endpoint.getConfiguration();
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
    protected LearningLockerClient open(String connection, LearningLockerConfiguration options) {
        CamelJsonHttp http = CamelJsonHttp.open(connection, getCamelContext(), options.httpSettings());
        Wire wire = new Wire(connection, http, options.throttle(), options.getMaxAnswerBytes(), new LearningLockerMeaning(), clock());
        return new LearningLockerClient(wire, options.getBasicKey(), options.getBasicSecret());
    }

    @Override
    public String getDefaultName() {
        return "learning-locker";
    }

    public LearningLockerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(LearningLockerConfiguration configuration) {
        this.configuration = configuration;
    }
}
