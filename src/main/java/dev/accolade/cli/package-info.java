/** The command line: one class a command. What is printed is made in {@code view}; everything else is asked of {@code app} and the ledger. */
package dev.accolade.cli;
