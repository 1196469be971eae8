package dev.accolade.sandbox.fasjson;

import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds out who asks. Source: docs/services/fasjson.md, facts 5 to 8; the form without proof is the sandbox's own. */
final class Doorman {

    private static final String NEGOTIATE = "negotiate ";
    private static final String WITHOUT_PROOF = "sandbox:";

    private Doorman() {
    }

    /** Empty for whoever has to log in. */
    static Optional<TicketInspector.Found> caller(Call call, Settings settings) {
        return call.header("Authorization").filter(value -> value.regionMatches(true, 0, NEGOTIATE, 0, NEGOTIATE.length()))
                .flatMap(value -> decoded(value.substring(NEGOTIATE.length()).strip())).flatMap(token -> known(token, settings));
    }

    private static Optional<TicketInspector.Found> known(byte[] token, Settings settings) {
        String text = new String(token, StandardCharsets.UTF_8);
        if (text.startsWith(WITHOUT_PROOF)) {
            return Optional.of(text.substring(WITHOUT_PROOF.length())).filter(settings.principals::contains)
                    .map(name -> new TicketInspector.Found(name, new byte[0]));
        }
        return Optional.ofNullable(settings.inspector).flatMap(inspector -> inspector.inspect(token));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
