/**
 * The stand-in of a Badgr server 3.14: tokens, issuers, badge classes, assertions, backpacks and the public pages.
 *
 * <p>{@link dev.accolade.sandbox.badgr.BadgrStandIn} takes a call, the router finds its handler, the handler works on the world (all state,
 * guarded by one lock) and the reply is written outside that lock. Facts: docs/services/badgr.md.
 */
package dev.accolade.sandbox.badgr;
