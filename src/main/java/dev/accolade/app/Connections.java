package dev.accolade.app;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.service.badgr.BadgrConfiguration;
import dev.accolade.service.cave.CaveConfiguration;
import dev.accolade.service.cloudspot.CloudspotConfiguration;
import dev.accolade.service.fas.FasConfiguration;
import dev.accolade.service.http.ConnectionOptions;
import dev.accolade.service.learninglocker.LearningLockerConfiguration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From settings to what the components call a connection. */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private Connections() {}

    /** By the name of the source or target. */
    static Map<String, ConnectionOptions> of(Settings settings) {
        Map<String, ConnectionOptions> connections = new TreeMap<>();
        settings.sources().forEach((name, service) -> connections.put(name, connection(settings, service)));
        settings.targets().forEach((name, service) -> connections.put(name, connection(settings, service)));
        return connections;
    }

    private static ConnectionOptions connection(Settings settings, Service service) {
        ConnectionOptions options = switch (service.type()) {
            case "fas" -> fas(service);
            case "cave" -> cave(settings, service);
            case "cloudspot" -> cloudspot(service);
            case "badgr" -> badgr(service);
            case "learning-locker" -> learningLocker(service);
            default -> throw new IllegalStateException("no component for the type " + service.type());
        };
        options.setBaseUrl(service.text("url"));
        options.setInsecure(service.isOn("insecure"));
        options.setResponseTimeout(service.duration("response-timeout").toMillis());
        options.setMaxConcurrency(Math.max(1, service.count("concurrency")));
        options.setRequestsPerSecond(service.number("requests-per-second"));
        service.optional("trust").ifPresent(file -> options.setSslContextParameters(PrivateAuthority.in(service.name(), settings.file(file))));
        service.optional("proxy").ifPresent(proxy -> {
            options.setProxyHost(proxy.substring(0, proxy.indexOf(':')));
            options.setProxyPort(Integer.parseInt(proxy.substring(proxy.indexOf(':') + 1)));
        });
        if (options.isInsecure()) {
            LOG.warn("{} accepts any TLS certificate, because its setting 'insecure' says so: whoever sits in between can read and change everything.", service.name());
        }
        return options;
    }

    private static ConnectionOptions fas(Service service) {
        FasConfiguration options = new FasConfiguration();
        options.setUsername(service.text("username"));
        options.setPassword(service.text("password"));
        return options;
    }

    private static ConnectionOptions cave(Settings settings, Service service) {
        CaveConfiguration options = new CaveConfiguration();
        service.optional("token").ifPresent(options::setToken);
        service.optional("token-folder").ifPresent(folder -> options.setTokenFolder(settings.file(folder).toString()));
        options.setTokenKey(service.text("token-key"));
        return options;
    }

    private static ConnectionOptions cloudspot(Service service) {
        CloudspotConfiguration options = new CloudspotConfiguration();
        options.setApplicationId(service.text("application-id"));
        return options;
    }

    private static ConnectionOptions badgr(Service service) {
        BadgrConfiguration options = new BadgrConfiguration();
        options.setUsername(service.text("username"));
        options.setPassword(service.text("password"));
        options.setClientId(service.text("client-id"));
        service.optional("client-secret").ifPresent(options::setClientSecret);
        options.setScope(service.text("scope"));
        return options;
    }

    private static ConnectionOptions learningLocker(Service service) {
        LearningLockerConfiguration options = new LearningLockerConfiguration();
        options.setBasicKey(service.text("key"));
        options.setBasicSecret(service.text("secret"));
        service.optional("xapi-url").ifPresent(options::setXapiUrl);
        return options;
    }
}
