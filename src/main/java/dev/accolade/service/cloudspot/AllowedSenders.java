package dev.accolade.service.cloudspot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;

/** The addresses that events may come from; no name is ever looked up. */
record AllowedSenders(Set<InetAddress> addresses) {

    /**
     * @param text addresses with commas between them
     * @throws IllegalArgumentException when there is none, or one is no address
     */
    static AllowedSenders of(String text) {
        Set<InetAddress> addresses = new HashSet<>();
        for (String one : text == null ? new String[0] : text.split(",")) {
            if (!one.isBlank()) {
                addresses.add(address(one.strip()));
            }
        }
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("cloudspot:events needs the option allow: nobody signs events, so say which addresses they may come from.");
        }
        return new AllowedSenders(addresses);
    }

    /** @param peer address and port, as the server writes them */
    boolean include(String peer) {
        try {
            return addresses.contains(address(host(peer)));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** @param peer address and port, as the server writes them */
    static String host(String peer) {
        return peer.startsWith("[") ? peer.replaceFirst("^\\[(.*)].*$", "$1") : peer.replaceFirst(":\\d+$", "");
    }

    private static InetAddress address(String text) {
        if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("cloudspot:events cannot use '" + text + "' in its option allow: it is no address.");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException("cloudspot:events cannot use '" + text + "' in its option allow: it is no address.", noAddress);
        }
    }
}
