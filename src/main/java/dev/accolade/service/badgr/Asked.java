package dev.accolade.service.badgr;

import java.io.File;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** One exchange that asks for an operation, with what its headers and body and the endpoint's options say. */
final class Asked {

    private final BadgrProducer producer;
    private final BadgrEndpoint endpoint;
    private final BadgrClient client;
    private final Exchange exchange;
    private final Message in;

    Asked(BadgrProducer producer, BadgrEndpoint endpoint, BadgrClient client, Exchange exchange) {
        this.producer = producer;
        this.endpoint = endpoint;
        this.client = client;
        this.exchange = exchange;
        this.in = exchange.getMessage();
    }

    BadgrClient client() {
        return client;
    }

    Topics topics() {
        return client.topics();
    }

    Optional<String> issuerIfAny() {
        return BadgrProducer.text(in, BadgrConstants.ISSUER, endpoint.getIssuer());
    }

    String issuer() {
        return producer.needed(in, BadgrConstants.ISSUER, endpoint.getIssuer());
    }

    Optional<String> badgeClassIfAny() {
        return BadgrProducer.text(in, BadgrConstants.BADGE_CLASS, endpoint.getBadgeClass());
    }

    String badgeClass() {
        return producer.needed(in, BadgrConstants.BADGE_CLASS, endpoint.getBadgeClass());
    }

    Optional<String> assertionIfAny() {
        return BadgrProducer.text(in, BadgrConstants.ASSERTION, null);
    }

    String assertion() {
        return producer.needed(in, BadgrConstants.ASSERTION, null);
    }

    Optional<String> collectionIfAny() {
        return BadgrProducer.text(in, BadgrConstants.COLLECTION, null);
    }

    String collection() {
        return producer.needed(in, BadgrConstants.COLLECTION, null);
    }

    String recipient() {
        return producer.needed(in, BadgrConstants.RECIPIENT, endpoint.getRecipient());
    }

    String path() {
        return in.getBody() instanceof File file ? file.getPath() : String.valueOf(body(Object.class));
    }

    AssertionFilter filter() {
        return new AssertionFilter(endpoint.isIncludeRevoked(), endpoint.isIncludeExpired(),
                BadgrProducer.text(in, BadgrConstants.RECIPIENT, endpoint.getRecipient()));
    }

    <T> T body(Class<T> type) {
        return producer.body(in, type);
    }

    /** The award in the body, for the badge class that headers name where it names none. */
    IssueRequest award() {
        return addressed(List.of(body(IssueRequest.class))).get(0);
    }

    Object issueAll() {
        List<IssueRequest> awards = addressed(producer.bodies(in, IssueRequest.class));
        return endpoint.isRows() ? client.issueRows(awards) : client.issueAll(awards);
    }

    private List<IssueRequest> addressed(List<IssueRequest> awards) {
        if (awards.stream().noneMatch(award -> award.badgeClassId().isBlank())) {
            return awards;
        }
        String badgeClass = issuerIfAny().isEmpty() ? badgeClass() : topics().badgeClasses().names().find(badgeClass(), issuer()).entityId();
        return awards.stream().map(award -> award.badgeClassId().isBlank() ? award.withBadgeClass(badgeClass) : award).toList();
    }

    Revocation revocation() {
        return in.getBody() instanceof Revocation given ? given : new Revocation(assertion(), reason());
    }

    /** The body; else the ids that the header names, all for one reason. */
    List<Revocation> revocations() {
        Object ids = in.getHeader(BadgrConstants.ASSERTION);
        if (ids == null) {
            return producer.bodies(in, Revocation.class);
        }
        Collection<?> all = ids instanceof Collection<?> several ? several : Arrays.asList(ids.toString().split(","));
        return all.stream().map(id -> new Revocation(id.toString().strip(), reason())).toList();
    }

    private String reason() {
        return BadgrProducer.text(in, BadgrConstants.REASON, endpoint.getReason()).orElse(Revocation.DEFAULT_REASON);
    }

    Object assertions(Consumer<Consumer<List<Assertion>>> reading) {
        return producer.pieces(exchange, reading);
    }

    Object oneOrAll(Optional<String> entityId, Function<String, ?> one, Supplier<?> all) {
        return entityId.isPresent() ? one.apply(entityId.get()) : all.get();
    }

    /** Operations without a result leave no body. */
    Object nothing(Runnable work) {
        work.run();
        return null;
    }

    Object revokeToken() {
        Optional<String> token = BadgrProducer.text(in, BadgrConstants.TOKEN, null);
        return nothing(() -> token.ifPresentOrElse(topics().tokens()::revoke, topics().tokens()::revokeOwn));
    }

    Changes changed(Feed feed) {
        List<Object> items = new ArrayList<>();
        Instant timestamp = topics().feeds().changed(feed, BadgrProducer.text(in, BadgrConstants.SINCE, endpoint.getSince()).map(Asked::time),
                endpoint.getPageSize(), items::addAll);
        return new Changes(items, timestamp);
    }

    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("since is not a time like 2026-03-01T09:30:00Z", noTime);
        }
    }
}
