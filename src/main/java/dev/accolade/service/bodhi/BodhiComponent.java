package dev.accolade.service.bodhi;

import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code bodhi:operation?connection=name}. */
@Component("bodhi")
public class BodhiComponent extends ServiceComponent<BodhiConfiguration, BodhiClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private BodhiConfiguration configuration = new BodhiConfiguration();

    @Override
    protected BodhiEndpoint endpoint(String uri, String operation, BodhiConfiguration options) {
        BodhiEndpoint endpoint = new BodhiEndpoint(uri, this, options);
        endpoint.setOperation(BodhiOperation.of(operation).text());
        return endpoint;
    }

    @Override
    protected BodhiClient open(String connection, BodhiConfiguration options) {
        Wire wire = wire(connection, options, new BodhiMeaning());
        return new BodhiClient(wire, options);
    }

    @Override
    public String getDefaultName() {
        return "bodhi";
    }

    @Override
    public BodhiConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(BodhiConfiguration configuration) {
        this.configuration = configuration;
    }
}
