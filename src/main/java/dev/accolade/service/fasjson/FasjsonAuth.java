package dev.accolade.service.fasjson;

/** How a request says who sends it. */
public enum FasjsonAuth {
    /** By a Kerberos ticket, got with a keytab. */
    SPNEGO,
    /** By the bare name of the principal, which proves nothing: only Accolade's sandbox accepts it, for rehearsals without Kerberos. */
    SANDBOX
}
