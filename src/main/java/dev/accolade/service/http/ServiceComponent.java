package dev.accolade.service.http;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * What the components of all services have in common: named connections, one client for each in this process, options that are refused when
 * nobody knows them.
 *
 * @param <O> the options of one connection
 * @param <C> the client behind it
 */
public abstract class ServiceComponent<O extends ConnectionOptions, C extends AutoCloseable> extends DefaultComponent {

    private final Map<Object, C> clients = new HashMap<>();
    private Clock clock = Clock.systemUTC();

    /** A client for these options; it opens nothing before its first call. */
    protected abstract C open(String connection, O options);

    /**
     * The bean of this name in the registry.
     *
     * @throws IllegalArgumentException when there is none; it names those that there are
     */
    protected O named(String connection, Class<O> type) {
        O found = getCamelContext().getRegistry().lookupByNameAndType(connection, type);
        if (found == null) {
            Set<String> known = new TreeSet<>(getCamelContext().getRegistry().findByTypeWithName(type).keySet());
            throw new IllegalArgumentException("There is no connection '" + connection + "' for " + getDefaultName() + ": "
                    + (known.isEmpty() ? "none is configured." : "known are " + known + "."));
        }
        return found;
    }

    /** The client of a connection, opened by the first endpoint that asks; {@code key} is its name, or the options where it has none. */
    public synchronized C client(Object key, String connection, O options) {
        return clients.computeIfAbsent(key, unknown -> open(connection, options));
    }

    /**
     * Sets what stands in the address.
     *
     * @throws IllegalArgumentException for an option that does not exist; it names those that do, and no value
     */
    protected void configure(Endpoint endpoint, Map<String, Object> parameters) throws Exception {
        setProperties(endpoint, parameters);
        if (!parameters.isEmpty()) {
            Set<String> known = new TreeSet<>(getCamelContext().getCamelContextExtension().getEndpointUriFactory(getDefaultName()).propertyNames());
            throw new IllegalArgumentException("Unknown options " + new TreeSet<>(parameters.keySet()) + "; known are " + known + ".");
        }
    }

    /** With a named connection, what belongs to the connection stands there and not in the address. */
    protected static void refuseBeside(Optional<String> connection, Set<String> ownOptions, Set<String> given) {
        Set<String> foreign = new TreeSet<>(given);
        foreign.removeAll(ownOptions);
        if (connection.isPresent() && !foreign.isEmpty()) {
            throw new IllegalArgumentException("Beside connection=" + connection.get() + " the options can only be " + new TreeSet<>(ownOptions)
                    + ", not " + foreign + ": what belongs to the connection stands in its configuration.");
        }
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
        for (C client : clients.values()) {
            client.close();
        }
        clients.clear();
        super.doStop();
    }
}
