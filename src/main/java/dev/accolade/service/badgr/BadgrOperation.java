package dev.accolade.service.badgr;

import dev.accolade.service.http.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@code badgr:} can do, by the name in the address. */
enum BadgrOperation implements Operation {
    CHECK("check", asked -> asked.client().check()),
    ACCOUNT("account", asked -> asked.client().account()),
    AUTHENTICATE("authenticate", asked -> asked.topics().tokens().authenticate()),
    REFRESH("refresh", asked -> asked.topics().tokens().refresh()),
    FETCH_TOKENS("fetchTokens", asked -> asked.topics().tokens().all()),
    REVOKE_TOKEN("revokeToken", Asked::revokeToken),
    ISSUERS("issuers", asked -> asked.client().issuers()),
    ISSUER_BY_NAME("issuerByName", asked -> asked.client().issuerByName(asked.issuer())),
    FETCH_ISSUER("fetchIssuer", asked -> asked.oneOrAll(asked.issuerIfAny(), asked.topics().issuers()::get, asked.topics().issuers()::all)),
    CREATE_ISSUER("createIssuer", asked -> asked.topics().issuers().create(asked.body(IssuerDraft.class))),
    UPDATE_ISSUER("updateIssuer", asked -> asked.topics().issuers().update(asked.issuer(), asked.body(IssuerDraft.class))),
    DELETE_ISSUER("deleteIssuer", asked -> asked.nothing(() -> asked.topics().issuers().delete(asked.issuer()))),
    EDIT_STAFF("editStaff", asked -> asked.nothing(() -> asked.topics().users().editStaff(asked.issuer(), asked.body(StaffChange.class)))),
    BADGE_CLASSES("badgeClasses", asked -> asked.client().badgeClasses(asked.issuerIfAny())),
    BADGE_CLASS_BY_NAME("badgeClassByName", asked -> asked.client().badgeClassByName(asked.issuer(), asked.badgeClass())),
    FETCH_BADGE_CLASS("fetchBadgeClass", asked -> asked.oneOrAll(asked.badgeClassIfAny(), asked.topics().badgeClasses()::get,
            () -> asked.client().badgeClasses(asked.issuerIfAny()))),
    CREATE_BADGE_CLASS("createBadgeClass", asked -> asked.topics().badgeClasses().create(asked.body(BadgeClassDraft.class))),
    UPDATE_BADGE_CLASS("updateBadgeClass", asked -> asked.topics().badgeClasses().update(asked.badgeClass(), asked.body(BadgeClassDraft.class))),
    DELETE_BADGE_CLASS("deleteBadgeClass", asked -> asked.nothing(() -> asked.topics().badgeClasses().delete(asked.badgeClass()))),
    LOAD_BADGE_NAMES("loadBadgeNames", asked -> asked.topics().badgeClasses().names().load(asked.issuer())),
    BADGE_BY_NAME("badgeByName", asked -> asked.topics().badgeClasses().names().find(asked.badgeClass(), asked.issuer())),
    ASSERTIONS_OF_BADGE_CLASS("assertionsOfBadgeClass", asked -> asked.assertions(page -> asked.client().assertionsOfBadgeClass(asked.badgeClass(), asked.filter(), page))),
    ASSERTIONS_OF_ISSUER("assertionsOfIssuer", asked -> asked.assertions(page -> asked.client().assertionsOfIssuer(asked.issuer(), asked.filter(), page))),
    ASSERTIONS_BY_RECIPIENT("assertionsByRecipient", asked -> asked.client().assertionsByRecipient(asked.badgeClass(), asked.recipient())),
    ASSERTION("assertion", asked -> asked.client().assertion(asked.assertion())),
    FETCH_ASSERTION("fetchAssertion", asked -> asked.oneOrAll(asked.assertionIfAny(), asked.client()::assertion,
            () -> asked.topics().assertions().own(asked.filter()))),
    CREATE_ASSERTION("createAssertion", asked -> asked.client().issue(asked.award())),
    ISSUE_ASSERTION("issueAssertion", asked -> asked.client().issue(asked.award())),
    ISSUE_ASSERTIONS("issueAssertions", Asked::issueAll),
    UPDATE_ASSERTION("updateAssertion", asked -> asked.topics().assertions().update(asked.assertion(), asked.body(AssertionChange.class))),
    DELETE_ASSERTION("deleteAssertion", asked -> asked.topics().assertions().delete(asked.revocation())),
    REVOKE_ASSERTION("revokeAssertion", asked -> asked.client().revoke(List.of(asked.revocation())).get(0)),
    REVOKE_ASSERTIONS("revokeAssertions", asked -> asked.client().revoke(asked.revocations())),
    CHANGED_ISSUERS("changedIssuers", asked -> asked.changed(Feed.ISSUERS)),
    CHANGED_BADGE_CLASSES("changedBadgeClasses", asked -> asked.changed(Feed.BADGE_CLASSES)),
    CHANGED_ASSERTIONS("changedAssertions", asked -> asked.changed(Feed.ASSERTIONS)),
    FETCH_COLLECTION("fetchCollection", asked -> asked.oneOrAll(asked.collectionIfAny(), asked.topics().collections()::get, asked.topics().collections()::all)),
    CREATE_COLLECTION("createCollection", asked -> asked.topics().collections().create(asked.body(CollectionDraft.class))),
    UPDATE_COLLECTION("updateCollection", asked -> asked.topics().collections().update(asked.collection(), asked.body(CollectionDraft.class))),
    DELETE_COLLECTION("deleteCollection", asked -> asked.nothing(() -> asked.topics().collections().delete(asked.collection()))),
    ENCODE_IMAGE("encodeImage", asked -> Images.dataUri(asked.path())),
    CREATE_USER("createUser", asked -> asked.topics().users().create(asked.body(SignUp.class)));

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,account,authenticate,refresh,fetchTokens,revokeToken,issuers,issuerByName,fetchIssuer,createIssuer,updateIssuer,"
            + "deleteIssuer,editStaff,badgeClasses,badgeClassByName,fetchBadgeClass,createBadgeClass,updateBadgeClass,deleteBadgeClass,"
            + "loadBadgeNames,badgeByName,assertionsOfBadgeClass,assertionsOfIssuer,assertionsByRecipient,assertion,fetchAssertion,"
            + "createAssertion,issueAssertion,issueAssertions,updateAssertion,deleteAssertion,revokeAssertion,revokeAssertions,"
            + "changedIssuers,changedBadgeClasses,changedAssertions,fetchCollection,createCollection,updateCollection,deleteCollection,"
            + "encodeImage,createUser";

    private final String text;
    private final Function<Asked, Object> work;

    BadgrOperation(String text, Function<Asked, Object> work) {
        this.text = text;
        this.work = work;
    }

    static BadgrOperation of(String text) {
        return Operation.of(BadgrOperation.class, "badgr", text);
    }

    @Override
    public String text() {
        return text;
    }

    /** What becomes the body. */
    Object apply(Asked asked) {
        return work.apply(asked);
    }

    /** The feed that a consumer of this operation reads; empty for operations that are no feed. */
    Optional<Feed> feed() {
        return switch (this) {
            case CHANGED_ISSUERS -> Optional.of(Feed.ISSUERS);
            case CHANGED_BADGE_CLASSES -> Optional.of(Feed.BADGE_CLASSES);
            case CHANGED_ASSERTIONS -> Optional.of(Feed.ASSERTIONS);
            default -> Optional.empty();
        };
    }

    /** Those that a route can begin with. */
    static List<String> feeds() {
        return Stream.of(values()).filter(one -> one.feed().isPresent()).map(BadgrOperation::text).toList();
    }
}
