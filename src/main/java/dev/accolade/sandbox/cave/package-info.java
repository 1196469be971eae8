/**
 * A CAVE auth server of the sandbox: people, groups, datasets, terms and tokens, as middle_auth answers for them.
 *
 * <p>The wire facts are those of docs/services/cave.md. One lock guards the tables: requests that only read go side by side.
 */
package dev.accolade.sandbox.cave;
