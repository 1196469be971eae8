/**
 * FAS2, the Fedora Account System before FASJSON, as its clients see it.
 *
 * <p>A request passes {@link dev.accolade.sandbox.fas.FasStandIn} (session, login, CSRF token, form of the answer) and ends in one operation of
 * a class named after the part of the API it holds. People, groups and roles live in {@link dev.accolade.sandbox.fas.Accounts}.
 * Source of every behaviour: docs/services/fas.md.
 */
package dev.accolade.sandbox.fas;
