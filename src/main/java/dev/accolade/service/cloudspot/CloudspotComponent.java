package dev.accolade.service.cloudspot;

import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code cloudspot:operation?connection=name}. */
@Component("cloudspot")
public class CloudspotComponent extends ServiceComponent<CloudspotConfiguration, CloudspotClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private CloudspotConfiguration configuration = new CloudspotConfiguration();

    @Override
    protected CloudspotEndpoint endpoint(String uri, String operation, CloudspotConfiguration options) {
        CloudspotEndpoint endpoint = new CloudspotEndpoint(uri, this, options);
        endpoint.setOperation(CloudspotOperation.of(operation).text());
        return endpoint;
    }

    @Override
    protected CloudspotClient open(String connection, CloudspotConfiguration options) {
        Wire wire = wire(connection, options, reply -> Meaning.byStatus(reply.status()));
        return new CloudspotClient(wire, options);
    }

    @Override
    public String getDefaultName() {
        return "cloudspot";
    }

    @Override
    public CloudspotConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CloudspotConfiguration configuration) {
        this.configuration = configuration;
    }
}
