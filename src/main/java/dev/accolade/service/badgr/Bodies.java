package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** From our records to what Badgr reads: what is absent is left out, for several fields are refused when they are there but empty. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Bodies() {
    }

    static ObjectNode issuer(IssuerDraft draft) {
        ObjectNode json = JSON.objectNode().put("name", draft.name()).put("email", draft.email()).put("url", draft.url());
        draft.description().filter(text -> !text.isBlank()).ifPresent(text -> json.put("description", text));
        draft.image().ifPresent(image -> json.put("image", image));
        return json;
    }

    static ObjectNode badgeClass(BadgeClassDraft draft) {
        ObjectNode json = JSON.objectNode().put("name", draft.name()).put("description", draft.description());
        draft.issuerId().ifPresent(id -> json.put("issuer", id));
        draft.image().ifPresent(image -> json.put("image", image));
        draft.criteriaUrl().ifPresent(url -> json.put("criteriaUrl", url));
        draft.criteriaNarrative().ifPresent(text -> json.put("criteriaNarrative", text));
        draft.tags().ifPresent(tags -> texts(json.putArray("tags"), tags));
        draft.alignments().ifPresent(items -> json.set("alignments", alignments(items)));
        draft.lifetime().ifPresent(hint -> json.putObject("expires").put("amount", hint.amount()).put("duration", hint.unit()));
        return json;
    }

    private static ArrayNode alignments(List<BadgeClass.Alignment> items) {
        ArrayNode array = JSON.arrayNode();
        for (BadgeClass.Alignment item : items) {
            ObjectNode one = array.addObject().put("targetName", item.targetName()).put("targetUrl", item.targetUrl());
            item.description().ifPresent(text -> one.put("targetDescription", text));
            item.framework().ifPresent(text -> one.put("targetFramework", text));
            item.code().ifPresent(text -> one.put("targetCode", text));
        }
        return array;
    }

    static ObjectNode issue(IssueRequest request) {
        ObjectNode json = JSON.objectNode();
        json.set("recipient", recipient(request.recipient()));
        request.narrative().ifPresent(text -> json.put("narrative", text));
        json.set("evidence", evidence(request.evidence()));
        request.issuedOn().ifPresent(time -> json.put("issuedOn", time.toString()));
        request.expires().ifPresent(time -> json.put("expires", time.toString()));
        return json.put("notify", request.notifyRecipient()).put("allowDuplicateAwards", request.allowDuplicateAwards());
    }

    static ObjectNode issueMany(List<IssueRequest> requests) {
        ObjectNode json = JSON.objectNode();
        ArrayNode assertions = json.putArray("assertions");
        requests.forEach(request -> assertions.add(issue(request)));
        return json;
    }

    static ObjectNode change(AssertionChange change) {
        ObjectNode json = JSON.objectNode();
        change.recipient().ifPresent(recipient -> json.set("recipient", recipient(recipient)));
        change.narrative().filter(text -> !text.isBlank()).ifPresent(text -> json.put("narrative", text));
        change.evidence().ifPresent(items -> json.set("evidence", evidence(items)));
        change.issuedOn().ifPresent(time -> json.put("issuedOn", time.toString()));
        change.expires().ifPresent(time -> json.put("expires", time.toString()));
        return json;
    }

    private static ObjectNode recipient(Recipient recipient) {
        ObjectNode json = JSON.objectNode().put("identity", recipient.identity()).put("type", recipient.type().text());
        recipient.hashed().ifPresent(hashed -> json.put("hashed", hashed));
        return json;
    }

    private static ArrayNode evidence(List<Evidence> items) {
        ArrayNode array = JSON.arrayNode();
        for (Evidence item : items) {
            ObjectNode one = array.addObject();
            item.url().ifPresent(url -> one.put("url", url));
            item.narrative().ifPresent(text -> one.put("narrative", text));
        }
        return array;
    }

    static ArrayNode revoke(List<Revocation> revocations) {
        ArrayNode json = JSON.arrayNode();
        revocations.forEach(one -> json.addObject().put("entityId", one.entityId()).put("revocationReason", one.reason()));
        return json;
    }

    /** @param withAssertions false to make one: Badgr fails when a list of assertions comes with that */
    static ObjectNode collection(CollectionDraft draft, boolean withAssertions) {
        ObjectNode json = JSON.objectNode().put("name", draft.name());
        draft.description().ifPresent(text -> json.put("description", text));
        draft.published().ifPresent(published -> json.put("published", published));
        if (withAssertions) {
            draft.assertions().ifPresent(ids -> texts(json.putArray("assertions"), ids));
        }
        return json;
    }

    static ObjectNode signUp(SignUp person) {
        return JSON.objectNode().put("first_name", person.firstName()).put("last_name", person.lastName()).put("email", person.email())
                .put("password", person.password()).put("marketing_opt_in", person.marketing()).put("agreed_terms_service", person.agreesToTerms());
    }

    static ObjectNode staff(StaffChange change) {
        return JSON.objectNode().put("action", StaffChange.text(change.action())).put("email", change.email())
                .put("role", StaffChange.text(change.role()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
