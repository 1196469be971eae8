package dev.accolade.crash;

/** What has just happened in the town, in this order. */
enum Phase {
    /** Accolade comes to a town whose people have badges and clients already. */
    ADOPT,
    /** Newcomers earn badges and clients. */
    AWARD,
    /** People earn one scope more. */
    UPDATE,
    /** Settlers change their address while nothing may be awarded, so that their badges are taken from the old one. */
    MOVE,
    /** Their badges may be awarded at the new one. */
    MOVED,
    /** The newcomers' badges come near their end. */
    RENEW,
    /** Most of them leave. */
    REVOKE,
    /** Those who left come back. */
    AGAIN,
    /** Settlers were guests, and the badges of guests have come to their end. */
    END
}
