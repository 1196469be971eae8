package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import java.util.Optional;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code learning-locker:operation?connection=name}. */
@Component("learning-locker")
public class LearningLockerComponent extends ServiceComponent<LearningLockerConfiguration, LearningLockerClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private LearningLockerConfiguration configuration = new LearningLockerConfiguration();

    @Override
    protected LearningLockerEndpoint endpoint(String uri, String operation, LearningLockerConfiguration options) {
        LearningLockerEndpoint endpoint = new LearningLockerEndpoint(uri, this, options);
        endpoint.setOperation(LearningLockerOperation.of(operation).text());
        return endpoint;
    }

    @Override
    protected LearningLockerClient open(String connection, LearningLockerConfiguration options) {
        Wire wire = wire(connection, options, new LearningLockerMeaning());
        Optional<StatementClient> statements = options.xapi().map(xapi -> new StatementClient(wire(connection, xapi, new XapiMeaning()), xapi.login()));
        return new LearningLockerClient(wire, options.login(), statements);
    }

    @Override
    public String getDefaultName() {
        return "learning-locker";
    }

    @Override
    public LearningLockerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(LearningLockerConfiguration configuration) {
        this.configuration = configuration;
    }
}
