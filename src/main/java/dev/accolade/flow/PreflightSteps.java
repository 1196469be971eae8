package dev.accolade.flow;

import dev.accolade.ledger.Barrier;
import dev.accolade.ledger.Barriers;
import dev.accolade.ledger.Barriers.Concern;
import dev.accolade.rules.RuleBook;
import dev.accolade.service.badgr.BadgeClass;
import dev.accolade.service.badgr.Issuer;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.learninglocker.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each target that a plan would write to whether it would take it. Nothing is sent to find out; one target holds up no other. */
public final class PreflightSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PreflightSteps.class);

    /** What one target is asked about. */
    public record Question(String target, boolean isBadgr, List<Concern> concerns) {

        public Question {
            concerns = List.copyOf(concerns);
        }
    }

    private final Barriers barriers;
    private final Supplier<RuleBook> book;
    private final Map<String, String> types;

    /** @param types of all configured targets, by name */
    public PreflightSteps(Barriers barriers, Supplier<RuleBook> book, Map<String, String> types) {
        this.barriers = barriers;
        this.book = book;
        this.types = Map.copyOf(types);
    }

    /** One for each target with open changes. What other targets would refuse is forgotten: nobody wants anything of them. */
    public List<Question> questions() {
        List<Question> questions = barriers.concerns().entrySet().stream().filter(target -> types.containsKey(target.getKey()))
                .map(target -> new Question(target.getKey(), types.get(target.getKey()).equals("badgr"), target.getValue())).toList();
        barriers.only(questions.stream().map(Question::target).toList());
        return questions;
    }

    public void ask(Exchange exchange, @Body Question question) {
        exchange.getMessage().setHeader(Headers.PREFLIGHT, question);
        exchange.getMessage().setHeader(Headers.SERVICE, question.target());
        exchange.getMessage().setBody(null);
    }

    public void judgeBadgr(@Body List<BadgeClass> classes, @Header("AccoladeIssuers") List<Issuer> issuers, @Header("AccoladeSelf") String self,
                           @Header(Headers.PREFLIGHT) Question question) {
        answered(question, new BadgrPreflight(issuers, self, classes, book.get()).barriers(question.concerns()));
    }

    public void judgeLearningLocker(@Body List<Store> stores, @Header(Headers.PREFLIGHT) Question question) {
        answered(question, LearningLockerPreflight.barriers(stores, question.concerns()));
    }

    /** A refused question is an answer about the whole target; a question that nobody answered is none. */
    public void failed(Exchange exchange, @Header(Headers.PREFLIGHT) Question question) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String message = Failures.message(caught);
        Optional<ServiceException> refused = Failures.service(caught).filter(failure -> !Failures.mayPass(failure));
        if (refused.isPresent()) {
            answered(question, List.of(Barrier.target(question.target(), message)));
        } else {
            barriers.unanswered(question.target(), message);
            LOG.warn("{} could not be asked whether it would take what is planned. The plan stays as it is. {}", question.target(), message);
        }
    }

    private void answered(Question question, List<Barrier> found) {
        barriers.answered(question.target(), found);
        found.forEach(barrier -> LOG.warn("{} would refuse {}; it is not sent. {}", barrier.target(),
                barrier.kind().map(kind -> "each " + kind + " of " + barrier.objectId().orElse("")).orElse(barrier.objectId().map(id -> "what is planned for " + id).orElse("everything")),
                barrier.problem()));
    }
}
