package dev.accolade.service.fas;

import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code fas:operation?connection=name}. */
@Component("fas")
public class FasComponent extends ServiceComponent<FasConfiguration, FasClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private FasConfiguration configuration = new FasConfiguration();

    @Override
    protected FasEndpoint endpoint(String uri, String operation, FasConfiguration options) {
        FasEndpoint endpoint = new FasEndpoint(uri, this, options);
        endpoint.setOperation(FasOperation.of(operation).text());
        return endpoint;
    }

    @Override
    protected FasClient open(String connection, FasConfiguration options) {
        Wire wire = wire(connection, options, reply -> Meaning.byStatus(reply.status()));
        return new FasClient(wire, options, clock());
    }

    @Override
    public String getDefaultName() {
        return "fas";
    }

    @Override
    public FasConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(FasConfiguration configuration) {
        this.configuration = configuration;
    }
}
