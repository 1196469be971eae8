package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code badgr:operation?connection=name}. */
@Component("badgr")
public class BadgrComponent extends ServiceComponent<BadgrConfiguration, BadgrClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private BadgrConfiguration configuration = new BadgrConfiguration();

    @Override
    protected BadgrEndpoint endpoint(String uri, String operation, BadgrConfiguration options) {
        BadgrEndpoint endpoint = new BadgrEndpoint(uri, this, options);
        endpoint.setOperation(BadgrOperation.of(operation).text());
        return endpoint;
    }

    @Override
    protected BadgrClient open(String connection, BadgrConfiguration options) {
        Wire wire = wire(connection, options, new BadgrMeaning());
        return new BadgrClient(wire, options, clock());
    }

    @Override
    public String getDefaultName() {
        return "badgr";
    }

    @Override
    public BadgrConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(BadgrConfiguration configuration) {
        this.configuration = configuration;
    }
}
