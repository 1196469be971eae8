package dev.accolade.service.fasjson;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Meaning;

/** What FASJSON's refusals mean to the operator. */
final class FasjsonMeaning implements Meaning {

    @Override
    public String of(JsonReply refusal) {
        boolean directory = refusal.json().path("source").asText("").equals("LDAP");
        return switch (refusal.status()) {
            case 401 -> "the server does not accept who we are; check principal and keytab, and that servicePrincipal and the host name in baseUrl are "
                    + "those of its own key";
            case 403 -> "its directory does not accept the credentials of this principal";
            case 404 -> "no such person, group or page";
            case 500 -> directory ? "its directory server failed" : "the service failed";
            default -> Meaning.byStatus(refusal.status());
        };
    }
}
