package dev.accolade.service.http;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.PluginHelper;

/**
 * What the components of all services have in common: {@code scheme:operation?connection=name}, named connections, one client for each in this
 * process, a health check for each, options that are refused when nobody knows them.
 *
 * @param <O> the options of one connection
 * @param <C> the client behind it
 */
public abstract class ServiceComponent<O extends ConnectionOptions, C extends ServiceClient> extends HealthCheckComponent {

    private final Map<Object, C> clients = new HashMap<>();
    private final Map<String, Wire> wires = new ConcurrentHashMap<>();
    private Clock clock = Clock.systemUTC();

    /** Options of endpoints that name no connection. */
    public abstract O getConfiguration();

    /**
     * @param operation the path of the address
     * @param options   a copy of its own
     * @throws IllegalArgumentException when there is no such operation
     */
    protected abstract ServiceEndpoint<O, C> endpoint(String uri, String operation, O options);

    /** A client for these options; it opens nothing before its first call. */
    protected abstract C open(String connection, O options);

    /** The scheme. */
    @Override
    public abstract String getDefaultName();

    @Override
    @SuppressWarnings("unchecked")
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Optional<String> connection = Optional.ofNullable((String) parameters.get("connection"));
        O options = connection.isPresent() ? named(connection.get()) : getConfiguration();
        ServiceEndpoint<O, C> endpoint = endpoint(uri, remaining, (O) options.copy());
        connection.ifPresent(name -> refuseBeside(name, options, parameters.keySet()));
        configure(endpoint, parameters);
        O effective = endpoint.getConfiguration();
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

    /** The bean of this name in the registry; when there is none, the exception names those that there are. */
    @SuppressWarnings("unchecked")
    private O named(String connection) {
        Class<O> type = (Class<O>) getConfiguration().getClass();
        O found = getCamelContext().getRegistry().lookupByNameAndType(connection, type);
        if (found == null) {
            Set<String> known = new TreeSet<>(getCamelContext().getRegistry().findByTypeWithName(type).keySet());
            throw new IllegalArgumentException("There is no connection '" + connection + "' for " + getDefaultName() + ": "
                    + (known.isEmpty() ? "none is configured." : "known are " + known + "."));
        }
        return found;
    }

    /** With a named connection, what belongs to the connection stands there and not in the address. */
    private void refuseBeside(String connection, O options, Set<String> given) {
        ExtendedPropertyConfigurerGetter ofConnection = (ExtendedPropertyConfigurerGetter) PluginHelper.getConfigurerResolver(getCamelContext())
                .resolvePropertyConfigurer(options.getClass().getName(), getCamelContext());
        Set<String> foreign = new TreeSet<>(given);
        foreign.removeIf(option -> ofConnection.getOptionType(option, true) == null);
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException("Beside connection=" + connection + " the options cannot be " + foreign
                    + ": what belongs to the connection stands in its configuration.");
        }
    }

    /** Sets what stands in the address; an option that does not exist, in this very spelling, is refused with those that do, and without any value. */
    private void configure(Endpoint endpoint, Map<String, Object> parameters) throws Exception {
        Set<String> known = new TreeSet<>(getCamelContext().getCamelContextExtension().getEndpointUriFactory(getDefaultName()).propertyNames());
        Set<String> unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown options " + unknown + "; known are " + known + ".");
        }
        setProperties(endpoint, parameters);
    }

    /**
     * The client of a named connection.
     *
     * @throws IllegalArgumentException when there is no such connection, or its options cannot be used
     */
    public C client(String connection) {
        O options = named(connection);
        options.check();
        return client(connection, connection, options);
    }

    /** The client of a connection, opened by the first endpoint that asks; {@code key} is its name, or the options where it has none. */
    public synchronized C client(Object key, String connection, O options) {
        return clients.computeIfAbsent(key, unknown -> {
            C client = open(connection, options);
            watch(connection, client);
            return client;
        });
    }

    /** Camel asks for the health of producers where camel.health.producers-enabled says so. */
    private void watch(String connection, C client) {
        WritableHealthCheckRepository health = HealthCheckHelper.getHealthCheckRepository(getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (health != null) {
            ConnectionHealth check = new ConnectionHealth(getDefaultName(), connection, client);
            check.setEnabled(isHealthCheckProducerEnabled());
            health.addHealthCheck(check);
        }
    }

    /** Speaks HTTP for a client. */
    protected Wire wire(String connection, O options, Meaning meaning) {
        CamelJsonHttp http = CamelJsonHttp.open(connection, getCamelContext(), options.httpSettings());
        Wire wire = new Wire(connection, http, options.throttle(), options.getMaxAnswerBytes(), meaning, clock());
        wires.put(connection, wire);
        return wire;
    }

    /** How far the clock behind a connection is ahead of ours, by its last answer; empty before the first one, and where answers carry no date. */
    public Optional<Duration> clockSkew(String connection) {
        return Optional.ofNullable(wires.get(connection)).flatMap(Wire::skew);
    }

    public Clock clock() {
        return clock;
    }

    /** For tests and rehearsals; set before the first endpoint is made. */
    public void useClock(Clock other) {
        this.clock = other;
    }

    @Override
    protected synchronized void doStop() throws Exception {
        clients.values().forEach(ServiceClient::close);
        clients.clear();
        wires.clear();
        super.doStop();
    }
}
