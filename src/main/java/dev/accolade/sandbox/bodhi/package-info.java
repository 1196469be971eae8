/**
 * A Bodhi server of the sandbox, as it answers those who only read: updates and who submitted them. The wire facts are those of docs/services/bodhi.md.
 */
package dev.accolade.sandbox.bodhi;
