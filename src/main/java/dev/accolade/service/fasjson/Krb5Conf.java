package dev.accolade.service.fasjson;

import java.nio.file.Path;

/** The one Kerberos configuration that a Java process can have. */
final class Krb5Conf {

    private static final String PROPERTY = "java.security.krb5.conf";

    private Krb5Conf() {
    }

    /** @throws IllegalArgumentException when the process has another one already */
    static void requireFree(String file) {
        String used = System.getProperty(PROPERTY);
        if (used != null && !used.isBlank() && !absolute(used).equals(absolute(file))) {
            throw new IllegalArgumentException("krb5Conf is " + file + ", but this process uses " + used
                    + " already, and Java can have only one; put the realms of both into one file");
        }
    }

    /** Takes effect with the next login. */
    static synchronized void use(String file) {
        requireFree(file);
        System.setProperty(PROPERTY, absolute(file).toString());
    }

    private static Path absolute(String file) {
        return Path.of(file).toAbsolutePath().normalize();
    }
}
