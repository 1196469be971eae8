package dev.accolade.crash;

import dev.accolade.sandbox.Call;
import java.util.regex.Pattern;

/** A kind of change, with the one request that decides it. */
enum Kind {

    BADGE_ADOPTED(Phase.ADOPT, "badges", "badgr", "GET", "/v2/badgeclasses/[^/]+/assertions$", "badge adopted"),
    CLIENT_ADOPTED(Phase.ADOPT, "lrs", "learning-locker", "GET", "/connection/client$", "client adopted"),
    BADGE_AWARDED(Phase.AWARD, "badges", "badgr", "POST", "/v2/badgeclasses/[^/]+/assertions$", "badge awarded"),
    CLIENT_CREATED(Phase.AWARD, "lrs", "learning-locker", "POST", "/v2/client$", "client created"),
    CLIENT_UPDATED(Phase.UPDATE, "lrs", "learning-locker", "PATCH", "/v2/client/[^/]+$", "client updated"),
    BADGE_MOVED_AWAY(Phase.MOVE, "badges", "badgr", "POST", "/v2/assertions/revoke$", "badge taken from an old address"),
    BADGE_MOVED(Phase.MOVED, "badges", "badgr", "POST", "/v2/badgeclasses/[^/]+/assertions$", "badge awarded at a new address"),
    BADGE_RENEWED(Phase.RENEW, "badges", "badgr", "PUT", "/v2/assertions/[^/]+$", "badge renewed"),
    BADGE_REVOKED(Phase.REVOKE, "badges", "badgr", "POST", "/v2/assertions/revoke$", "badge revoked"),
    CLIENT_DISABLED(Phase.REVOKE, "lrs", "learning-locker", "PATCH", "/v2/client/[^/]+$", "client disabled"),
    BADGE_AWARDED_AGAIN(Phase.AGAIN, "badges", "badgr", "POST", "/v2/badgeclasses/[^/]+/assertions$", "badge awarded again"),
    CLIENT_ENABLED(Phase.AGAIN, "lrs", "learning-locker", "PATCH", "/v2/client/[^/]+$", "client enabled again"),
    BADGE_ENDED(Phase.END, "badges", "badgr", "GET", "/v2/assertions/[^/]+$", "badge ended");

    final Phase phase;
    final String target;
    final String service;
    final String method;
    final Pattern path;
    final String words;

    Kind(Phase phase, String target, String service, String method, String path, String words) {
        this.phase = phase;
        this.target = target;
        this.service = service;
        this.method = method;
        this.path = Pattern.compile(path);
        this.words = words;
    }

    /** Whether nothing is written to the target, so that an attempt that failed is made again at once. */
    boolean reads() {
        return method.equals("GET");
    }

    /** Looks are about one person or one key; a survey reads the same address without naming any. */
    boolean decidedBy(Call call) {
        boolean look = call.query().contains("recipient=") || call.query().contains("accolade-");
        return call.method().equals(method) && path.matcher(call.path()).find() && (phase != Phase.ADOPT || look);
    }
}
