package dev.accolade.sandbox.badgr;

/** The token a request came with, and the account it acts for. */
record Caller(Token token, Account account) {
}
