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
    void staysOnItsLineWhateverSomebodyIsCalled() {
        assertThat(Masked.text("Ada\n2026-01-01 approved by Ada")).isEqualTo("Ada 2026-01-01 approved by Ada");
        assertThat(Masked.text("\u001b[31mred\u202eevil\u2028")).isEqualTo(" [31mred evil ");
        assertThat(Masked.text("👩\u200d🚀 ليلى")).isEqualTo("👩\u200d🚀 ليلى");
    }

    @Test
    void leavesASignThatIsNoAddress() {
        assertThat(Masked.text("Meet @ noon")).isEqualTo("Meet @ noon");
    }
}
