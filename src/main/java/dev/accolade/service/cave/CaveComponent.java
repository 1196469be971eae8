package dev.accolade.service.cave;

import dev.accolade.service.http.ServiceComponent;
import dev.accolade.service.http.Wire;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** {@code cave:operation?connection=name}. */
@Component("cave")
public class CaveComponent extends ServiceComponent<CaveConfiguration, CaveClient> {

    @Metadata(description = "Options of endpoints that name no connection.")
    private CaveConfiguration configuration = new CaveConfiguration();
    @Metadata(label = "advanced", description = "Opens pages for getNewToken and setupToken; that of the desktop where there is one.")
    private Browser browser = new DesktopBrowser();

    @Override
    protected CaveEndpoint endpoint(String uri, String operation, CaveConfiguration options) {
        CaveEndpoint endpoint = new CaveEndpoint(uri, this, options);
        endpoint.setOperation(CaveOperation.of(operation).text());
        return endpoint;
    }

    @Override
    protected CaveClient open(String connection, CaveConfiguration options) {
        Wire wire = wire(connection, options, new CaveMeaning());
        return new CaveClient(wire, options, new CaveLogin(options, browser));
    }

    @Override
    public String getDefaultName() {
        return "cave";
    }

    @Override
    public CaveConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CaveConfiguration configuration) {
        this.configuration = configuration;
    }

    public Browser getBrowser() {
        return browser;
    }

    public void setBrowser(Browser browser) {
        this.browser = browser;
    }
}
