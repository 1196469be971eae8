package dev.accolade.sandbox.fas;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the server is configured.
 *
 * @param noCookie     answers carry no session cookie, as behind a proxy that strips it
 * @param session      idle time after which a session is unknown
 * @param groupData    how long {@code group_data} may be stale
 * @param certificates the certificate page is on
 * @param emailHost    {@code name@} this host logs in as {@code name}
 * @param autoApprove  approval in the key's group approves in the others too
 */
record Settings(boolean noCookie, Duration session, Duration groupData, boolean certificates, String emailHost,
                Map<String, List<String>> autoApprove) {

    static final Settings USUAL =
            new Settings(false, Duration.ofMinutes(20), Duration.ofMinutes(15), true, "fedoraproject.org", Map.of("packager", List.of("fedorabugs")));

    Settings withCookie(boolean none) {
        return new Settings(none, session, groupData, certificates, emailHost, autoApprove);
    }

    Settings withSession(Duration idle) {
        return new Settings(noCookie, idle, groupData, certificates, emailHost, autoApprove);
    }
}
