package dev.accolade.service.badgr;

import dev.accolade.service.http.Access;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.Wire;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Badgr. Every method may throw {@link ServiceException}; a single request is repeated once after an expired token, and never otherwise.
 * Safe for several threads. Source: docs/services/badgr.md
 */
public final class BadgrClient implements ServiceClient {

    private final Wire wire;
    private final Topics topics;

    BadgrClient(Wire wire, BadgrConfiguration configuration, Clock clock) {
        this.wire = wire;
        BadgrSession door = new BadgrSession(wire, configuration, clock);
        Api api = new Api(wire, door.open());
        Issuers issuers = new Issuers(api);
        this.topics = new Topics(issuers, new BadgeClasses(api, issuers, configuration.isUniqueBadgeNames()), new Assertions(api), new Awards(api, clock),
                new Collections(api), new Feeds(api), new Tokens(api, door), new Users(api, Optional.ofNullable(configuration.getUsername())));
    }

    Topics topics() {
        return topics;
    }

    @Override
    public Optional<Access> access() {
        return Optional.of(topics.tokens().access());
    }

    /** Logs in and reads the issuers. */
    @Override
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
        return topics.users().self();
    }

    /** The issuers on whose staff the login is. */
    public List<Issuer> issuers() {
        return topics.issuers().all();
    }

    /** The badge classes of one issuer, or of all. */
    public List<BadgeClass> badgeClasses(Optional<String> issuerId) {
        return topics.badgeClasses().all(issuerId);
    }

    /** @param issuer its name or its entityId */
    public Issuer issuerByName(String issuer) {
        return topics.issuers().byName(issuer);
    }

    /**
     * Both looked up afresh, names compared letter by letter.
     *
     * @param issuer     its name or its entityId
     * @param badgeClass its name or its entityId
     */
    public BadgeClass badgeClassByName(String issuer, String badgeClass) {
        return topics.badgeClasses().byName(issuer, badgeClass);
    }

    /** Hands over the assertions of a badge class, newest first, in pages of at most 500; what was handed over is the whole only if this returns. */
    public void assertionsOfBadgeClass(String badgeClassId, AssertionFilter filter, Consumer<List<Assertion>> page) {
        topics.assertions().ofBadgeClass(badgeClassId, filter, page);
    }

    /** The same for all badge classes of an issuer. */
    public void assertionsOfIssuer(String issuerId, AssertionFilter filter, Consumer<List<Assertion>> page) {
        topics.assertions().ofIssuer(issuerId, filter, page);
    }

    /** All that one person holds or held of a badge class, revoked and expired ones included. */
    public List<Assertion> assertionsByRecipient(String badgeClassId, String email) {
        List<Assertion> all = new ArrayList<>();
        assertionsOfBadgeClass(badgeClassId, AssertionFilter.everythingOf(email), all::addAll);
        return all;
    }

    /** One assertion, revoked ones too. */
    public Assertion assertion(String entityId) {
        return topics.assertions().get(entityId);
    }

    /** @throws DuplicateAwardException when the person holds the badge already and duplicates are not allowed; nothing was changed then */
    public Assertion issue(IssueRequest award) {
        return topics.awards().issue(award);
    }

    /**
     * Awards one badge class to several people. Badgr refuses all of a request if one award is refused, so the refused ones are sorted out; after a
     * failure or a lost answer it is looked up what was made, for saving is not transactional.
     *
     * @param awards 1 to 100 of one badge class, no person twice
     * @return one for each, in the same order
     * @throws PartlyIssuedException when not every one was issued; its rows tell which
     */
    public List<Assertion> issueAll(List<IssueRequest> awards) {
        Awards.Failures failures = new Awards.Failures();
        List<IssueRow> rows = topics.awards().issueAll(awards, failures);
        if (!rows.stream().allMatch(IssueRow::isMade)) {
            throw new PartlyIssuedException(wire.connection(), rows, failures.last().orElse(null));
        }
        return rows.stream().map(row -> row.assertion().orElseThrow()).toList();
    }

    /** The same, where each row tells its end: only a failure of the whole batch, before anything was made, is thrown. */
    public List<IssueRow> issueRows(List<IssueRequest> awards) {
        return topics.awards().issueAll(awards, new Awards.Failures());
    }

    /**
     * Revokes each by itself: Badgr answers success even when it revoked none, so read the rows.
     *
     * @param revocations at most 500; none asks nothing
     * @return one row for each, in the same order
     */
    public List<RevokeRow> revoke(List<Revocation> revocations) {
        return topics.assertions().revoke(revocations);
    }

    @Override
    public void close() {
        wire.close();
    }
}
