package dev.accolade.sandbox.fasjson;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** How the server behaves. Safe for several threads. */
final class Settings {

    /** Names that may ask without proof, as {@code Negotiate} and base64 of {@code sandbox:NAME}. */
    final Set<String> principals;
    /** Real Kerberos tokens are accepted; null where the seed gives no keytab. */
    final TicketInspector inspector;
    /** Calls that are still to be answered with "log in again". */
    final AtomicInteger reauthentications = new AtomicInteger();
    /** Lists begin at another place with each request, as those of a directory may. */
    volatile boolean reordering;
    /** Private values are shown to who asks for them without asking whether they are private. */
    volatile boolean privacyHole = true;
    /** The directory behind the server does not answer. */
    volatile boolean directoryDown;

    Settings(Set<String> principals, TicketInspector inspector) {
        this.principals = Set.copyOf(principals);
        this.inspector = inspector;
    }
}
