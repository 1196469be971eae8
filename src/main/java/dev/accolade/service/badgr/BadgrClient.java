package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.ByName;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Session;
import dev.accolade.service.http.Wire;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Badgr, as far as Accolade needs it. Every method may throw {@link ServiceException}; nothing is repeated here but once after an expired token.
 * Safe for several threads. Source: docs/services/badgr.md
 */
public final class BadgrClient implements ServiceClient {

    private static final String PAGE_SIZE = "500";
    private static final int MOST_REVOCATIONS = 500;
    private static final int MOST_AWARDS = 100;

    private final Wire wire;
    private final Session session;
    private final String username;
    private volatile String account;

    BadgrClient(Wire wire, BadgrConfiguration configuration, Clock clock) {
        this.wire = wire;
        this.username = configuration.getUsername();
        this.session = new BadgrSession(wire, configuration, clock).open();
    }

    /** Logs in and reads the issuers. */
    public BadgrCheck check() {
        List<Issuer> issuers = issuers();
        return new BadgrCheck(issuers, wire.skew());
    }

    /**
     * EntityId of the account that logs in, found on the staff of its issuers: what it made is ours. Asked once.
     *
     * @throws ServiceException of an operator's turn when it is on no staff
     */
    public String account() {
        String known = account;
        if (known == null) {
            known = list(Request.of("GET", "/v2/issuers"), issuer -> BadgrJson.staff(issuer, username)).stream().flatMap(Optional::stream).findFirst()
                    .orElseThrow(() -> new ServiceException(Turn.OPERATOR, ServiceException.Effect.NONE, 0, null, wire.connection()
                            + ": the account that logs in is on the staff of no issuer, so nothing can be told to be its own. "
                            + "Make it editor of the issuers it is to award for.", null));
            account = known;
        }
        return known;
    }

    /** The issuers on whose staff the login is; Badgr never pages them. */
    public List<Issuer> issuers() {
        return list(Request.of("GET", "/v2/issuers"), BadgrJson::issuer);
    }

    /** The badge classes of one issuer, or of all. */
    public List<BadgeClass> badgeClasses(Optional<String> issuerId) {
        List<BadgeClass> all = new ArrayList<>();
        String path = issuerId.map(id -> "/v2/issuers/" + checked(id) + "/badgeclasses").orElse("/v2/badgeclasses");
        pages(Request.of("GET", path).query("num", PAGE_SIZE), BadgrJson::badgeClass, all::addAll);
        return all;
    }

    /** @param issuer its name or its entityId */
    public Issuer issuerByName(String issuer) {
        return new ByName<>(wire.connection(), "issuer", "", Issuer::entityId, Issuer::name).one(issuer, issuers());
    }

    /**
     * Both looked up afresh, names compared letter by letter.
     *
     * @param issuer     its name or its entityId
     * @param badgeClass its name or its entityId
     */
    public BadgeClass badgeClassByName(String issuer, String badgeClass) {
        Issuer found = issuerByName(issuer);
        return new ByName<>(wire.connection(), "badge class", "of issuer '" + found.name() + "'", BadgeClass::entityId, BadgeClass::name)
                .one(badgeClass, badgeClasses(Optional.of(found.entityId())));
    }

    /** Hands over the assertions of a badge class, newest first, in pages of at most 500; what was handed over is the whole only if this returns. */
    public void assertionsOfBadgeClass(String badgeClassId, AssertionFilter filter, Consumer<List<Assertion>> page) {
        Request request = Request.of("GET", "/v2/badgeclasses/" + checked(badgeClassId) + "/assertions");
        pages(filtered(request, filter).query("num", PAGE_SIZE), BadgrJson::assertion, page);
    }

    /** All that one person holds or held of a badge class, revoked and expired ones included. */
    public List<Assertion> assertionsByRecipient(String badgeClassId, String email) {
        List<Assertion> all = new ArrayList<>();
        assertionsOfBadgeClass(badgeClassId, AssertionFilter.everythingOf(email), all::addAll);
        return all;
    }

    /** One assertion, revoked ones too. */
    public Assertion assertion(String entityId) {
        return one(Request.of("GET", "/v2/assertions/" + checked(entityId)), BadgrJson::assertion);
    }

    /** @throws DuplicateAwardException when the person holds the badge already and duplicates are not allowed; nothing was changed then */
    public Assertion issue(IssueRequest award) {
        Request request = Request.of("POST", "/v2/badgeclasses/" + checked(award.badgeClassId()) + "/assertions")
                .json(BadgrJson.bytes(BadgrJson.issue(award)));
        return one(request, BadgrJson::assertion);
    }

    /**
     * Awards one badge class to several people in one request: Badgr refuses all of it if one is refused, and a failure in the middle leaves
     * the earlier ones.
     *
     * @param awards 1 to 100 of one badge class, no person twice
     */
    public List<Assertion> issueAll(List<IssueRequest> awards) {
        Set<String> classes = new HashSet<>();
        Set<String> people = new HashSet<>();
        awards.forEach(award -> {
            classes.add(award.badgeClassId());
            people.add(award.recipientEmail());
        });
        if (classes.size() != 1 || people.size() != awards.size() || awards.size() > MOST_AWARDS) {
            throw new IllegalArgumentException(awards.size() + " awards of " + classes.size() + " badge classes to " + people.size()
                    + " people cannot be issued in one request: it takes 1 to " + MOST_AWARDS + " awards of one class, no person twice");
        }
        Request request = Request.of("POST", "/v2/badgeclasses/" + checked(classes.iterator().next()) + "/issue")
                .json(BadgrJson.bytes(BadgrJson.issueMany(awards)));
        return list(request, BadgrJson::assertion);
    }

    /**
     * Revokes each by itself: Badgr answers success even when it revoked none, so read the rows.
     *
     * @param revocations at most 500; none asks nothing
     * @return one row for each, in the same order
     */
    public List<RevokeRow> revoke(List<Revocation> revocations) {
        if (revocations.size() > MOST_REVOCATIONS) {
            throw new IllegalArgumentException(revocations.size() + " revocations in one request; at most " + MOST_REVOCATIONS);
        }
        if (revocations.isEmpty()) {
            return List.of();
        }
        Request request = Request.of("POST", "/v2/assertions/revoke").json(BadgrJson.bytes(BadgrJson.revoke(revocations)));
        JsonReply reply = send(request);
        JsonNode result = result(request, reply);
        if (result.size() != revocations.size()) {
            throw wire.misunderstood(request, reply, result.size() + " results for " + revocations.size() + " revocations");
        }
        List<RevokeRow> rows = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            rows.add(BadgrJson.revokeRow(revocations.get(i).entityId(), result.get(i)));
        }
        return rows;
    }

    private <T> void pages(Request first, Function<JsonNode, T> item, Consumer<List<T>> page) {
        Set<String> seen = new HashSet<>();
        Optional<Request> next = Optional.of(first);
        while (next.isPresent()) {
            Request request = next.get();
            JsonReply reply = send(request);
            page.accept(items(request, reply, item));
            if (!Pages.cursor(reply).map(seen::add).orElse(true)) {
                throw wire.misunderstood(request, reply, "a next page that was read before");
            }
            next = Pages.next(first, reply);
        }
    }

    private <T> List<T> list(Request request, Function<JsonNode, T> item) {
        return items(request, send(request), item);
    }

    private <T> T one(Request request, Function<JsonNode, T> item) {
        JsonReply reply = send(request);
        List<T> items = items(request, reply, item);
        if (items.size() != 1) {
            throw wire.misunderstood(request, reply, items.size() + " results instead of one");
        }
        return items.get(0);
    }

    private <T> List<T> items(Request request, JsonReply reply, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        try {
            result(request, reply).forEach(json -> items.add(item.apply(json)));
        } catch (IllegalArgumentException missing) {
            throw wire.misunderstood(request, reply, "a result with " + missing.getMessage());
        }
        return items;
    }

    private JsonNode result(Request request, JsonReply reply) {
        JsonNode result = reply.json().path("result");
        if (!result.isArray()) {
            throw wire.misunderstood(request, reply, "no result");
        }
        return result;
    }

    private JsonReply send(Request request) {
        return session.with(ticket -> {
            Request withToken = request.with("Accept", "application/json").with("Authorization", "Bearer " + ticket.secret());
            JsonReply reply = wire.send(withToken);
            if (reply.isSuccess()) {
                return reply;
            }
            if (BadgrMeaning.isDuplicate(reply)) {
                throw new DuplicateAwardException(wire.connection() + ": " + request
                        + " made no second assertion, because this person holds the badge");
            }
            throw reply.status() == 404 ? wire.refused(request, reply, Turn.OPERATOR, new BadgrMeaning().of(reply)) : wire.refused(request, reply);
        });
    }

    private static Request filtered(Request request, AssertionFilter filter) {
        Request result = filter.includeRevoked() ? request.query("include_revoked", "1") : request;
        result = filter.includeExpired() ? result.query("include_expired", "1") : result;
        return filter.recipient().isPresent() ? result.query("recipient", filter.recipient().get()) : result;
    }

    private static String checked(String entityId) {
        if (!entityId.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("'" + entityId + "' is not an entityId of Badgr: those are letters, digits, - and _");
        }
        return entityId;
    }

    @Override
    public void close() {
        wire.close();
    }
}
