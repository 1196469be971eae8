package dev.accolade.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A secret that somebody types, or pipes in; never an argument, which others on the machine could read. */
final class SecretInput {

    private final String what;
    private final String option;

    /**
     * @param what   for the prompt and messages: password, token
     * @param option the one that reads it from standard input
     */
    SecretInput(String what, String option) {
        this.what = what;
        this.option = option;
    }

    /**
     * @param piped read it from {@code input}, up to the end of the first line, instead of asking
     * @throws WrongUse when it is empty, or there is nobody to ask
     */
    String read(boolean piped, InputStream input) {
        String secret = piped ? firstLine(input) : asked();
        if (secret.isBlank()) {
            throw new WrongUse("The " + what + " is empty. Nothing was sent.");
        }
        return secret;
    }

    private static String firstLine(InputStream input) {
        try {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Standard input cannot be read. Nothing was sent.", unreadable);
        }
    }

    private String asked() {
        Console console = System.console();
        if (console == null) {
            throw new WrongUse("There is no terminal to ask for the " + what + " on. Give it on standard input, with " + option + ".");
        }
        char[] typed = console.readPassword(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " (not shown): ");
        return typed == null ? "" : new String(typed);
    }
}
