package dev.accolade.crash;

/** What has just happened in the town, in this order. */
enum Phase {
    /** Accolade comes to a town whose people have badges and clients already. */
    ADOPT,
    /** Newcomers earn badges and clients. */
    AWARD,
    /** People earn one scope more. */
    UPDATE,
    /** The newcomers' badges come near their end. */
    RENEW,
    /** Most of them leave. */
    REVOKE,
    /** Those who left come back. */
    AGAIN
}
