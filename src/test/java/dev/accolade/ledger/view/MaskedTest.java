package dev.accolade.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({"ada@example.org,a…@example.org", "a@example.org,a…@example.org", "mailto:ada@example.org,mailto:a…@example.org", "ada,ada",
        "Ünal.Çelik@example.org,Ü…@example.org", "to ada@example.org and bob@example.net,to a…@example.org and b…@example.net"})
    void keepsTheFirstLetterAndTheDomain(String text, String masked) {
        assertThat(Masked.text(text)).isEqualTo(masked);
    }

    @Test
    void keepsLettersBeyondTheBasicPlaneWhole() {
        assertThat(Masked.text("𝒶da@example.org")).isEqualTo("𝒶…@example.org");
    }

    @Test
    void leavesASignThatIsNoAddress() {
        assertThat(Masked.text("Meet @ noon")).isEqualTo("Meet @ noon");
    }
}
