package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

/**
 * A certificate of the account itself, made just now; all earlier ones are void.
 *
 * @param certificate PEM
 * @param key         its private key, PEM
 */
public record FasCertificate(String certificate, String key) {

    public FasCertificate {
        requireNonNull(certificate, "certificate is null");
        requireNonNull(key, "key is null");
    }

    /** Both in one text, as the Python client gives them: it is what goes into a file. */
    public String pem() {
        return certificate + "\n" + key;
    }

    @Override
    public String toString() {
        return "FasCertificate[not shown]";
    }
}
