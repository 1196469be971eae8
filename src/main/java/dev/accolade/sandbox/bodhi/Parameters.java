package dev.accolade.sandbox.bodhi;

import dev.accolade.sandbox.Call;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What stands in the address, read as the server reads it; what it does not know is passed over. Source: docs/services/bodhi.md, facts 8 to 13. */
record Parameters(Call call) {

    private static final int MOST_ROWS = 1000;

    Optional<String> text(String name) {
        return call.parameter(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Words with commas or spaces between, or the parameter several times; empty where it is absent. */
    Optional<List<String>> words(String name) {
        List<String> words = call.parameters().getOrDefault(name, List.of()).stream().flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(word -> !word.isEmpty()).toList();
        return Optional.of(words).filter(all -> !all.isEmpty());
    }

    /** Words of which each is one of these. */
    Optional<List<String>> choice(String name, List<String> choices) {
        Optional<List<String>> words = words(name);
        for (int i = 0; i < words.orElse(List.of()).size(); i++) {
            String word = words.get().get(i);
            if (!choices.contains(word)) {
                throw Refusal.of(name + "." + i, "\"" + word + "\" is not one of " + String.join(", ", choices));
            }
        }
        return words;
    }

    Optional<LocalDateTime> time(String name) {
        return text(name).map(text -> {
            try {
                return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                        ? OffsetDateTime.parse(text.replace(' ', 'T')).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                        : LocalDateTime.parse(text.replace(' ', 'T'));
            } catch (DateTimeException noTime) {
                throw Refusal.of(name, "Invalid date");
            }
        });
    }

    int page() {
        return whole("page", 1, Integer.MAX_VALUE);
    }

    int rows() {
        return whole("rows_per_page", 20, MOST_ROWS);
    }

    private int whole(String name, int otherwise, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("-?\\d{1,9}")) {
            throw Refusal.of(name, "\"" + text.get() + "\" is not a number");
        }
        int value = Integer.parseInt(text.get());
        if (value < 1 || value > most) {
            throw Refusal.of(name, value + (value < 1 ? " is less than minimum value 1" : " is greater than maximum value " + most));
        }
        return value;
    }
}
