package dev.accolade.service.badgr;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts: the own one, new ones, and who acts for an issuer. Source: docs/services/badgr.md, sections 5 and 8. */
final class Users {

    private final Api api;
    private final Optional<String> username;
    private volatile String account;

    Users(Api api, Optional<String> username) {
        this.api = api;
        this.username = username;
    }

    /** EntityId of the account that logs in, asked once: by its e-mail on the staff of its issuers, or by its profile where no e-mail is configured. */
    String self() {
        String known = account;
        if (known == null) {
            known = username.isPresent() ? onStaff(username.get()) : api.one(Request.of("GET", "/v2/users/self"), BadgrJson::entityId);
            account = known;
        }
        return known;
    }

    private String onStaff(String email) {
        return api.list(Request.of("GET", "/v2/issuers"), issuer -> BadgrJson.staff(issuer, email)).stream().flatMap(Optional::stream).findFirst()
                .orElseThrow(() -> new ServiceException(Turn.OPERATOR, Effect.NONE, 0, null, api.wire().connection()
                        + ": the account that logs in is on the staff of no issuer, so nothing can be told to be its own. "
                        + "Make it editor of the issuers it is to award for.", null));
    }

    /** Signs somebody up, without a login. */
    NewUser create(SignUp person) {
        Request request = Api.json("POST", "/v1/user/profile", Bodies.signUp(person)).with("Accept", "application/json");
        JsonReply reply = api.wire().send(request);
        if (!reply.isSuccess()) {
            throw refusal(request, reply);
        }
        return api.understood(request, reply, () -> new NewUser(Fields.text(reply.json(), "slug")));
    }

    private ServiceException refusal(Request request, JsonReply reply) {
        if (reply.status() == 429) {
            return new TokenRefusal(api.wire()).tooMany(request, reply);
        }
        List<String> fields = new ArrayList<>();
        reply.json().fieldNames().forEachRemaining(fields::add);
        return reply.status() == 400 ? api.wire().refused(request, reply, Turn.NEVER, "Badgr refused the fields " + fields)
                : api.wire().refused(request, reply);
    }

    /** As an owner of the issuer. A failure counts for the login back-off of this address, so look before trying again. */
    void editStaff(String issuerId, StaffChange change) {
        Request request = Api.json("POST", "/v1/issuer/issuers/" + Api.checked(issuerId) + "/staff", Bodies.staff(change));
        api.done(request);
    }
}
