package dev.accolade.sandbox.fas;

/** How much of somebody's account the one who asks may see, least first; each sees what the ones before it see. */
enum Sight {
    ANONYMOUS, HIDDEN, PUBLIC, SELF, ADMIN
}
