package dev.accolade.service.badgr;

/** What a client can do, by topic. */
record Topics(Issuers issuers, BadgeClasses badgeClasses, Assertions assertions, Awards awards, Collections collections, Feeds feeds, Tokens tokens,
              Users users) {
}
