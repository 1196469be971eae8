package dev.accolade.service.http;

import java.util.List;
import java.util.stream.Stream;

/** What a component can do; its constants are in the order of the documentation. */
public interface Operation {

    /** The name in the address: {@code issueAssertion} in {@code badgr:issueAssertion}. */
    String text();

    /**
     * @param scheme of the component, for the message
     * @throws IllegalArgumentException when there is no such operation; it names those that there are
     */
    static <T extends Enum<T> & Operation> T of(Class<T> type, String scheme, String text) {
        return Stream.of(type.getEnumConstants()).filter(one -> one.text().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(scheme + " has no operation '" + text + "'; it has " + names(type) + "."));
    }

    static <T extends Enum<T> & Operation> List<String> names(Class<T> type) {
        return Stream.of(type.getEnumConstants()).map(Operation::text).toList();
    }
}
