package dev.accolade.service.http;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** UP while the service of a connection answers and accepts the login; DOWN for a dead host as for a wrong password. */
final class ConnectionHealth extends AbstractHealthCheck {

    private final String connection;
    private final ServiceClient client;

    ConnectionHealth(String scheme, String connection, ServiceClient client) {
        super("producers", scheme + "-" + connection);
        this.connection = connection;
        this.client = client;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("connection", connection);
        try {
            client.check();
            builder.up();
        } catch (ServiceException refused) {
            refused.status().ifPresent(status -> builder.detail("status", status));
            builder.detail("turn", refused.turn().name());
            builder.message(refused.getMessage()).error(refused).down();
        }
    }
}
