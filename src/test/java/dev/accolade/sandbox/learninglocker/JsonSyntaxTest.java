package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSyntaxTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"oops|Unexpected token o in JSON at position 0", "not|Unexpected token o in JSON at position 1",
        "``|Unexpected end of JSON input", "{\"a\":|Unexpected end of JSON input", "{\"a\" 1}|Unexpected number in JSON at position 5",
        "[1 \"a\"]|Unexpected string in JSON at position 3", "{} x|Unexpected token x in JSON at position 3"}, delimiter = '|')
    void complainsInTheWordsOfTheRuntime(String text, String complaint) {
        assertThat(JsonSyntax.complaint(text)).contains(complaint);
    }

    @Test
    void isContentWithJson() {
        assertThat(JsonSyntax.complaint(" {\"a\": [1, -2.5e3, true, null, \"\\u00e9\\n\"], \"b\": {}} ")).isEmpty();
    }
}
