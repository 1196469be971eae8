/** From what is known and what has been earned to a kept plan: correlate, evaluate, compare, write. One at a time on one ledger. */
package dev.accolade.reconcile;
