/**
 * The database: what is known of the sources, what has been earned, what is to be changed and what became of it.
 *
 * <p>One SQLite file in WAL mode with full sync. Writes go through one connection that begins each transaction as a writer
 * ({@code BEGIN IMMEDIATE}); reads have connections of their own and see one state each. Several processes may share the file.
 */
package dev.accolade.ledger;
