package dev.accolade.sandbox.learninglocker;

import java.util.Optional;

/** Finds what is wrong with a text that should be JSON, in the words of the server's runtime. */
final class JsonSyntax {

    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private int at;

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** The complaint; empty when the text is JSON. */
    static Optional<String> complaint(String text) {
        JsonSyntax scan = new JsonSyntax(text);
        try {
            scan.value();
            scan.space();
            if (scan.at < text.length()) {
                throw scan.unexpected();
            }
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault.getMessage());
        }
    }

    private void value() {
        space();
        char next = peek();
        if (next == '{') {
            object();
        } else if (next == '[') {
            array();
        } else if (next == '"') {
            string();
        } else if (next == '-' || digit(next)) {
            number();
        } else if (next == 't' || next == 'f' || next == 'n') {
            word(next == 't' ? "true" : next == 'f' ? "false" : "null");
        } else {
            throw unexpected();
        }
    }

    private void object() {
        at++;
        space();
        if (peek() == '}') {
            at++;
            return;
        }
        do {
            space();
            if (peek() != '"') {
                throw unexpected();
            }
            string();
            space();
            expect(':');
            value();
            space();
        } while (comma());
        expect('}');
    }

    private void array() {
        at++;
        space();
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            value();
            space();
        } while (comma());
        expect(']');
    }

    private boolean comma() {
        if (peek() == ',') {
            at++;
            return true;
        }
        return false;
    }

    private void string() {
        at++;
        while (peek() != '"') {
            if (peek() < ' ') {
                throw unexpected();
            }
            if (peek() == '\\') {
                at++;
                escape();
            }
            at++;
        }
        at++;
    }

    private void escape() {
        if (peek() == 'u') {
            for (int i = 0; i < 4; i++) {
                at++;
                if (Character.digit(peek(), 16) < 0) {
                    throw unexpected();
                }
            }
        } else if ("\"\\/bfnrt".indexOf(peek()) < 0) {
            throw unexpected();
        }
    }

    private void number() {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        if (!digit(peek())) {
            throw unexpected();
        }
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                throw unexpected();
            }
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new Fault("Unexpected end of JSON input");
        }
        return text.charAt(at);
    }

    private Fault unexpected() {
        char found = peek();
        String what = found == '"' ? "string" : digit(found) || found == '-' ? "number" : "token " + found;
        return new Fault("Unexpected " + what + " in JSON at position " + at);
    }

    private static boolean digit(char one) {
        return one >= '0' && one <= '9';
    }
}
