package dev.accolade.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void showsNoEMailWholeThoughAnEventOrAnOperatorNamedSomebodyByIt() {
        assertThat(new Coverage("reef", Coverage.Kind.MEMBER, "kenji@example.org")).hasToString("reef member k…@example.org");
        assertThat(new Coverage("reef", Coverage.Kind.MEMBER, "@example.org")).hasToString("reef member …@example.org");
        assertThat(new Coverage("reef", Coverage.Kind.MEMBER, "17")).hasToString("reef member 17");
        assertThat(Coverage.of("reef", Coverage.Kind.PEOPLE)).hasToString("reef people");
    }

    @Test
    void staysOnItsLine() {
        assertThat(new Coverage("fedora", Coverage.Kind.SCOPE, "docs\nplan 7")).hasToString("fedora scope docs plan 7");
    }
}
