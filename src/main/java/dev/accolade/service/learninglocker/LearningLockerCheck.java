package dev.accolade.service.learninglocker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The connection works and may manage clients.
 *
 * @param title        of the client that is logged in
 * @param organisation id of the organisation whose clients and stores it sees
 * @param clockSkew    how far the server's clock is ahead, to the second; empty when it does not tell
 */
public record LearningLockerCheck(String title, String organisation, List<String> scopes, Optional<Duration> clockSkew) {

    public LearningLockerCheck {
        scopes = List.copyOf(scopes);
    }
}
