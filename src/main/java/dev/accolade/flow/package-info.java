/**
 * The steps that the routes in {@code routes/} call by name: each takes what a component brought and gives it to the ledger, or the other
 * way round. Order, triggers, concurrency and where a failure goes stand in the routes; decisions stand in rules, plan and ledger.
 */
package dev.accolade.flow;
