package dev.accolade.sandbox.badgr;

/** Finds what a Python JSON parser would say about a broken document: message, line, column, character. */
final class JsonFault {

    private static final String VALUE = "Expecting value";
    private static final int DEEPEST = 900;

    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Found(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private int at;
    private int depth;

    private JsonFault(String text) {
        this.text = text;
    }

    static String describe(String text) {
        JsonFault scan = new JsonFault(text);
        try {
            scan.space();
            scan.value();
            scan.space();
            return scan.at(scan.at, "Extra data");
        } catch (Found fault) {
            return fault.getMessage();
        }
    }

    private void value() {
        if (++depth > DEEPEST) {
            throw found(at, VALUE);
        }
        char next = peek();
        if (next == '{') {
            object();
        } else if (next == '[') {
            array();
        } else if (next == '"') {
            string();
        } else {
            literal();
        }
        depth--;
    }

    private void object() {
        at++;
        space();
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            if (peek() != '"') {
                throw found(at, "Expecting property name enclosed in double quotes");
            }
            string();
            space();
            expect(':');
            space();
            value();
            space();
            if (peek() == '}') {
                at++;
                return;
            }
            expect(',');
            space();
        }
    }

    private void array() {
        at++;
        space();
        if (peek() == ']') {
            at++;
            return;
        }
        while (true) {
            value();
            space();
            if (peek() == ']') {
                at++;
                return;
            }
            expect(',');
            space();
        }
    }

    private void string() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at);
            if (next < ' ') {
                throw found(at, "Invalid control character at");
            }
            if (next == '\\' && at + 1 < text.length() && "\"\\/bfnrtu".indexOf(text.charAt(at + 1)) < 0) {
                throw found(at, "Invalid \\escape");
            }
            at += next == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw found(start, "Unterminated string starting at");
        }
        at++;
    }

    private void literal() {
        int start = at;
        for (String word : new String[] {"true", "false", "null"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return;
            }
        }
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            throw found(start, VALUE);
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw found(at, "Expecting '" + wanted + "' delimiter");
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Found found(int position, String message) {
        return new Found(at(position, message));
    }

    private String at(int position, String message) {
        String before = text.substring(0, Math.min(position, text.length()));
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        return message + ": line " + line + " column " + (before.length() - before.lastIndexOf('\n')) + " (char " + position + ")";
    }
}
