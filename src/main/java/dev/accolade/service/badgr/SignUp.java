package dev.accolade.service.badgr;

/**
 * An account to be made.
 *
 * @param email    not verified until its owner follows the link that Badgr sends
 * @param password at least 8 characters, not a common one, not digits alone
 */
public record SignUp(String firstName, String lastName, String email, String password, boolean marketing, boolean agreesToTerms) {

    public SignUp {
        if (email == null || email.isBlank() || password == null || password.isBlank()) {
            throw new BadgrClientException("createUser needs an e-mail and a password. Nothing was sent; give both.");
        }
        Drafts.need("firstName", firstName);
        Drafts.need("lastName", lastName);
    }

    @Override
    public String toString() {
        return "SignUp[not shown]";
    }
}
