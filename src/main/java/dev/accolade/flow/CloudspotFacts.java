package dev.accolade.flow;

import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Accounts.Account;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.service.cloudspot.CloudspotConstants;
import dev.accolade.service.cloudspot.CloudspotUser;
import dev.accolade.service.cloudspot.CompanyPermissions;
import dev.accolade.service.cloudspot.NoValidToken;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Cloudspot says, as facts: a company is a scope, a permission slug a right, an enrolled account a member. */
public final class CloudspotFacts {

    private static final Logger LOG = LoggerFactory.getLogger(CloudspotFacts.class);

    private final Snapshots snapshots;
    private final PullSteps pull;
    private final Accounts accounts;
    private final Clock clock;

    public CloudspotFacts(Snapshots snapshots, PullSteps pull, Accounts accounts, Clock clock) {
        this.snapshots = snapshots;
        this.pull = pull;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Ids of all enrolled accounts: Cloudspot itself lists nobody. */
    public List<String> enrolled(@Header(Headers.SERVICE) String source) {
        return accounts.ids(source);
    }

    /** Opens the account whose id is the body, begins to read it, and gives its token to the next calls. */
    public void beginAccount(Exchange exchange, @Header(Headers.SERVICE) String source, @Body String id) {
        Account account = accounts.open(source, id)
                .orElseThrow(() -> new IllegalStateException("The account " + id + " of " + source + " was taken out while it was to be read."));
        pull.beginMember(exchange, source, id, clock.instant());
        exchange.getMessage().setHeader(Headers.ACCOUNT, account);
        token(exchange, account);
    }

    /** Again, because the component takes the token out of the exchange with each call. */
    public void token(Exchange exchange, @Header(Headers.ACCOUNT) Account account) {
        exchange.getMessage().setHeader(CloudspotConstants.TOKEN, account.token());
    }

    /**
     * The profile of the token says whose it is. A token that was seen to be this account's once is so for good: if it shows another e-mail,
     * then the account's e-mail has changed.
     *
     * @throws IllegalStateException when it is somebody else's; an enrolment that was never verified is taken back
     */
    public void stageProfile(@Body CloudspotUser user, @Header(Headers.ACCOUNT) Account account, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        if (!user.email().equalsIgnoreCase(account.username())) {
            follow(account, user.email());
        }
        if (!account.verified()) {
            accounts.verified(account);
        }
        accounts.answered(account);
        String name = (user.firstName() + " " + user.lastName()).strip();
        snapshots.stageMembers(snapshot, List.of(new Member(new MemberKey(snapshot.coverage().source(), account.id()), user.email().strip().toLowerCase(Locale.ROOT),
                Optional.of(user.email()), Optional.of(name), "active")));
    }

    private void follow(Account account, String email) {
        if (!account.verified()) {
            accounts.reject(account);
            throw new IllegalStateException("The token of account " + account.id() + " belongs to somebody else than the account says. Nothing was read; log in again with: accolade token login.");
        }
        if (!accounts.renamed(account, email)) {
            throw new IllegalStateException("The e-mail of account " + account.id() + " changed to one that is enrolled under another id, or whose person was erased."
                    + " Nothing was read, and nobody loses anything by it; which of the two is used is for an operator to say.");
        }
        LOG.info("The e-mail of account {} of {} has changed; it is known by its id.", account.id(), account.source());
    }

    public void stagePermissions(@Body List<CompanyPermissions> companies, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        String source = snapshot.coverage().source();
        snapshots.stageScopes(snapshot, companies.stream().map(one -> new Scope(new ScopeKey(source, one.companyId()), one.companyName())).toList());
        snapshots.stageRights(snapshot, companies.stream().flatMap(one -> one.permissions().stream()
                .map(slug -> new Right(snapshot.coverage().id(), one.companyId(), slug))).toList());
    }

    /** A refused token is counted; it is no sign that anybody has lost anything. */
    public void refused(Exchange exchange, @Header(Headers.ACCOUNT) Account account) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (account != null && Failures.service(caught).filter(NoValidToken.class::isInstance).isPresent()) {
            accounts.refused(account);
            LOG.warn("{} no longer answers to its token. What it holds stays; enrol it again with: accolade token login.", account);
        }
    }
}
