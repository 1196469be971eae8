/**
 * A Learning Locker of the sandbox: the API for clients, stores and organisations, and the xAPI service that stores statements.
 *
 * <p>The wire facts are those of docs/services/learning-locker.md. Documents are kept as the database would hold them and are never changed in
 * place: a change puts a new document where the old one was, so readers need no lock.
 */
package dev.accolade.sandbox.learninglocker;
