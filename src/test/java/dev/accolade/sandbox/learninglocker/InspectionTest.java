package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InspectionTest {

    @Test
    void showsShortObjectsOnOneLine() {
        assertThat(Inspection.quoted(Locker.json("{\"en\":\"x\",\"n\":[1,true,null]}"))).isEqualTo("\"{ en: 'x', n: [ 1, true, null ] }\"");
    }

    @Test
    void breaksLongObjectsIntoLines() {
        assertThat(Inspection.of(Locker.json(Locker.CREW)))
                .isEqualTo("{ objectType: 'Agent',\n  name: 'Crew 7',\n  account: { homePage: 'https://id.example.org', name: 'crew-7' } }");
    }

    @Test
    void takesDoubleQuotesAroundSingleOnes() {
        assertThat(Inspection.of(Locker.json("\"o'brien\""))).isEqualTo("\"o'brien\"");
    }
}
