package dev.accolade.service.fasjson;

import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code fasjson:operation?connection=name}. */
@Component("fasjson")
public class FasjsonComponent extends ServiceComponent<FasjsonConfiguration, FasjsonClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private FasjsonConfiguration configuration = new FasjsonConfiguration();

    @Override
    protected FasjsonEndpoint endpoint(String uri, String operation, FasjsonConfiguration options) {
        FasjsonEndpoint endpoint = new FasjsonEndpoint(uri, this, options);
        endpoint.setOperation(FasjsonOperation.of(operation).text());
        return endpoint;
    }

    @Override
    protected FasjsonClient open(String connection, FasjsonConfiguration options) {
        FasjsonLogin login = FasjsonLogin.of(connection, options);
        Wire wire = wire(connection, options, new FasjsonMeaning());
        return new FasjsonClient(wire, options, login, clock());
    }

    @Override
    public String getDefaultName() {
        return "fasjson";
    }

    @Override
    public FasjsonConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(FasjsonConfiguration configuration) {
        this.configuration = configuration;
    }
}
