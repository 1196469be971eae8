package dev.accolade.service.http;

/** What a refusal means in the words of one service; shown in parentheses after status, method and path. */
@FunctionalInterface
public interface Meaning {

    /** @param refusal any answer that is not a success; its body is for deciding, not for showing */
    String of(JsonReply refusal);

    /** What the statuses mean where the service adds nothing of its own. */
    static String byStatus(int status) {
        return switch (status) {
            case 401 -> "the credentials are not accepted";
            case 403 -> "these credentials have no right to do this";
            case 404 -> "no such thing";
            case 408 -> "the service did not get the request in time";
            case 409 -> "it conflicts with what is there";
            case 413 -> "the request is too large";
            case 429 -> "too many requests";
            case 502, 503, 504 -> "the service is not available";
            default -> status >= 500 ? "the service failed"
                    : status >= 400 ? "the service refused the request"
                    : status >= 300 ? "redirects are not followed; give the final address as baseUrl"
                    : "an unexpected answer";
        };
    }
}
