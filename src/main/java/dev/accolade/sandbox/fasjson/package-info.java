/**
 * A FASJSON server of the sandbox: people and groups of a directory, as FASJSON answers for them.
 *
 * <p>The wire facts are those of docs/services/fasjson.md. One lock guards the directory.
 */
package dev.accolade.sandbox.fasjson;
