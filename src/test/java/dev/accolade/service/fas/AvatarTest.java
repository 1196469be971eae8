package dev.accolade.service.fas;

import static dev.accolade.service.fas.FasConstants.AVATAR_DEFAULT;
import static dev.accolade.service.fas.FasConstants.AVATAR_SERVICE;
import static dev.accolade.service.fas.FasConstants.AVATAR_SIZE;
import static dev.accolade.service.fas.FasConstants.LOOKUP_EMAIL;
import static dev.accolade.service.fas.FasConstants.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarTest {

    private static final String USUAL = "?s=64&d=http%3A%2F%2Ffedoraproject.org%2Fstatic%2Fimages%2Ffedora_infinity_64x64.png";

    private final Fedora fedora = new Fedora();

    @AfterEach
    void stop() {
        fedora.close();
    }

    @Test
    void takesTheAddressAsItIs() {
        Avatar avatar = new Avatar(Avatar.Service.GRAVATAR, 64, Optional.empty());

        assertThat(avatar.ofEmail(Optional.of("Bob@example.org")))
                .isEqualTo("http://www.gravatar.com/avatar/625a312d174a5761030012870f28b872" + USUAL);
    }

    @Test
    void needsNoCallWithoutLookUp() throws Exception {
        assertThat(fedora.<String>ask("gravatarUrl", USERNAME, "bob", LOOKUP_EMAIL, false))
                .isEqualTo("http://www.gravatar.com/avatar/a97fd4de468e021ce69d4e4515318c0e" + USUAL)
                .isEqualTo(fedora.ask("avatarUrl", USERNAME, "bob", LOOKUP_EMAIL, "false"));
        assertThat(fedora.<String>ask("gravatarUrl", USERNAME, "bob", AVATAR_SIZE, 32, AVATAR_DEFAULT, "http://x.example.org/?a=1&b=é", LOOKUP_EMAIL,
                false))
                .endsWith("?s=32&d=http%3A%2F%2Fx.example.org%2F%3Fa%3D1%26b%3D%C3%A9");
        assertThat(fedora.witness.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "oma"})
    void takesAnotherTextForSomebodyWithoutAddress(String username) throws Exception {
        assertThat(fedora.<String>ask("avatarUrl", USERNAME, username))
                .startsWith("http://www.gravatar.com/avatar/81fec6105377fc5d06d0055ef2129407?");
    }

    @Test
    void knowsPeopleAtLibravatarByTheirPage() throws Exception {
        assertThat(fedora.<String>ask("avatarUrl", USERNAME, "bob", AVATAR_SERVICE, "libravatar", AVATAR_SIZE, "140"))
                .matches("https://seccdn\\.libravatar\\.org/avatar/[0-9a-f]{64}\\?s=140&d=http%3A.*140x140\\.png");
        assertThat(fedora.witness.calls).isEmpty();
    }

    @Test
    void refusesWhatThePythonClientRefuses() {
        for (Object size : new Object[] {65, 0, -64, Long.MAX_VALUE, "large"}) {
            assertThatThrownBy(() -> fedora.ask("avatarUrl", USERNAME, "bob", AVATAR_SIZE, size)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> fedora.ask("avatarUrl", USERNAME, "bob", AVATAR_SERVICE, "other")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fedora.ask("gravatarUrl", USERNAME, "bob", AVATAR_SERVICE, "gravatar")).isInstanceOf(IllegalArgumentException.class);
        assertThat(fedora.witness.calls).isEmpty();
    }
}
