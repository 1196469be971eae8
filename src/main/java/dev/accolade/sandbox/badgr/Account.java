package dev.accolade.sandbox.badgr;

/**
 * A person or robot that can log in.
 *
 * @param email    as it was registered
 * @param verified only a verified address gives access to issuers and a backpack
 */
record Account(String id, String email, boolean verified, String firstName, String lastName, String password) {

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
