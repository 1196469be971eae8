package dev.accolade.flow;

import dev.accolade.ledger.Objects;
import dev.accolade.plan.ClientKey;
import dev.accolade.plan.Holding;
import dev.accolade.rules.Award;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.BadgeClass;
import dev.accolade.service.badgr.BadgrConstants;
import dev.accolade.service.learninglocker.Client;
import dev.accolade.service.learninglocker.LearningLockerConstants;
import dev.accolade.service.learninglocker.Store;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what the badge classes and stores that rules name are, and what is on them already: before that, nothing is planned for them. */
public final class SurveySteps {

    private static final Logger LOG = LoggerFactory.getLogger(SurveySteps.class);

    /** One object that is not yet known, or whose rules stand still. */
    public record Question(Objects.Name name, Award award) {

        public String target() {
            return name.target();
        }

        public boolean isBadge() {
            return award instanceof Award.Badge;
        }
    }

    private final Supplier<RuleBook> book;
    private final Objects objects;
    private final Clock clock;

    public SurveySteps(Supplier<RuleBook> book, Objects objects, Clock clock) {
        this.book = book;
        this.objects = objects;
        this.clock = clock;
    }

    /** What is to be asked now; empty when everything the rules name is known. A name that was mended in the rules is nobody's problem any more. */
    public List<Question> questions() {
        List<Question> named = book.get().rules().stream().map(Rule::award).map(award -> new Question(new Objects.Name(award.target(), award.objectName()), award)).toList();
        objects.keepProblemsOf(named.stream().map(Question::name).collect(Collectors.toSet()));
        Map<Objects.Name, String> pins = objects.pins();
        return named.stream().filter(question -> !pins.containsKey(question.name()) || !objects.surveyed(question.name())).distinct().toList();
    }

    /** Rules that differ in texts only name the same object. */
    public List<Question> distinct(@Body List<Question> questions) {
        return questions.stream().collect(Collectors.toMap(Question::name, one -> one, (first, second) -> first, java.util.LinkedHashMap::new))
                .values().stream().toList();
    }

    public void ask(Exchange exchange, @Body Question question) {
        exchange.getMessage().setHeader(Headers.QUESTION, question);
        exchange.getMessage().setHeader(Headers.SERVICE, question.target());
        if (question.award() instanceof Award.Badge badge) {
            exchange.getMessage().setHeader(BadgrConstants.ISSUER, badge.issuer());
            exchange.getMessage().setHeader(BadgrConstants.BADGE_CLASS, badge.badge());
        } else if (question.award() instanceof Award.Client client) {
            exchange.getMessage().setHeader(LearningLockerConstants.STORE, client.store());
        }
    }

    public void pinBadgeClass(Exchange exchange, @Body BadgeClass found, @Header(Headers.QUESTION) Question question) {
        if (!found.hasImage()) {
            throw new IllegalStateException("The badge class " + found.entityId() + " has no image, and Badgr fails on every award of such a class. Nothing is planned for it; give it an image.");
        }
        objects.pin(question.name(), found.entityId());
        exchange.getMessage().setHeader(BadgrConstants.BADGE_CLASS, found.entityId());
    }

    public void pinStore(Exchange exchange, @Body Store found, @Header(Headers.QUESTION) Question question) {
        objects.pin(question.name(), found.id());
        exchange.getMessage().setHeader(LearningLockerConstants.STORE, found.id());
    }

    /** A page of live assertions. Ours are those that the account we log in with made. */
    public void foundAssertions(@Body List<Assertion> page, @Header(Headers.QUESTION) Question question, @Header(BadgrConstants.BADGE_CLASS) String badgeClass,
                                @Header("AccoladeSelf") String self) {
        objects.found(page.stream().filter(one -> one.isLive(clock.instant())).map(one -> new Holding(question.target(), badgeClass, one.entityId(),
                one.recipient().toLowerCase(Locale.ROOT), one.createdBy().filter(self::equals).isPresent())).toList());
    }

    /**
     * A page of clients. Ours are those under a look-up key of ours, others are only counted; a disabled one is found again when its person
     * returns. One whose authority was changed since it was made has the key it was made with; it is found under that of its authority as well.
     */
    public void foundClients(@Body List<Client> page, @Header(Headers.QUESTION) Question question, @Header(LearningLockerConstants.STORE) String store) {
        objects.found(page.stream().filter(Client::trusted).flatMap(one -> keys(one, store).map(key -> new Holding(question.target(), store, one.id(), key, !key.isEmpty()))).toList());
    }

    private static Stream<String> keys(Client client, String store) {
        Optional<String> own = client.basicKey().filter(key -> key.startsWith(ClientKey.PREFIX));
        return own.isEmpty() ? Stream.of("")
                : Stream.concat(own.stream(), client.authority().flatMap(Agents::identifier).map(agent -> ClientKey.of(store, agent)).stream()).distinct();
    }

    public void end(@Header(Headers.QUESTION) Question question) {
        objects.endSurvey(question.name());
    }

    /** Rules about it stand still until the next survey; nothing is planned for them, and nothing is taken away. */
    public void stop(Exchange exchange, @Header(Headers.QUESTION) Question question) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String message = Failures.message(caught);
        objects.stop(question.name(), message, Failures.mayPass(caught));
        LOG.warn("Rules about '{}' on {} stand still. {}", question.name().name(), question.target(), message);
    }
}
