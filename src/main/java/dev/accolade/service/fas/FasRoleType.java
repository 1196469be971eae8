package dev.accolade.service.fas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a person belongs to a FAS2 group; the three words the server's schema allows (docs/services/fas.md). */
public enum FasRoleType {
    USER,
    SPONSOR,
    ADMINISTRATOR;

    /** The word FAS2 and the rules use: {@code user}, {@code sponsor} or {@code administrator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when FAS2 sends a word it does not have. */
    static Optional<FasRoleType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
