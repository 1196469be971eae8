package dev.accolade.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port nobody listens on. */
final class FreePort {

    private FreePort() {}

    /** The wanted one if it is free, else any; 0 asks for any. */
    static int at(String host, int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw new IllegalStateException("No port of " + host + " is free. Nothing was started.", taken);
            }
            return at(host, 0);
        }
    }
}
