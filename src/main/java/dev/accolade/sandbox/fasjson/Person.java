package dev.accolade.sandbox.fasjson;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An account. Guarded by the lock of the {@link Directory}. */
final class Person {

    final String username;
    private final Map<UserField, Object> values = new EnumMap<>(UserField.class);

    Person(String username) {
        this.username = username;
        values.put(UserField.USERNAME, username);
    }

    /** Text, a list of texts, or a boolean; null for nothing. */
    Object get(UserField field) {
        return values.get(field);
    }

    void set(UserField field, Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    boolean locked() {
        return Boolean.TRUE.equals(values.get(UserField.LOCKED));
    }

    boolean isPrivate() {
        return Boolean.TRUE.equals(values.get(UserField.IS_PRIVATE));
    }

    Optional<String> creation() {
        return Optional.ofNullable((String) values.get(UserField.CREATION));
    }

    /** All texts under a field. */
    Stream<String> texts(UserField field) {
        Object value = values.get(field);
        return value instanceof Collection<?> several ? several.stream().map(String::valueOf) : Optional.ofNullable(value).map(String::valueOf).stream();
    }

    /** What a field shows to somebody else, or to the person. */
    Object shown(UserField field, boolean hidden) {
        Object value = hidden && field.personal ? null : values.get(field);
        return value == null && field == UserField.LOCKED ? Boolean.FALSE : value instanceof List<?> list ? List.copyOf(list) : value;
    }
}
