package dev.accolade.app;

import dev.accolade.config.Values;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the dashboard and the events are listened for. The server that Camel starts only logs it when it cannot, and the rest would go on deaf. */
final class ListenAddress {

    private ListenAddress() {}

    /** @throws IllegalStateException naming address and cause when nobody could listen there now */
    static void check(Values program) {
        InetSocketAddress address = new InetSocketAddress(program.text("accolade.http.host"), program.count("accolade.http.port"));
        if (address.isUnresolved()) {
            throw new IllegalStateException("accolade.http.host is '" + address.getHostString() + "', which is no address of this machine. Nothing was started: without it no event would arrive."
                    + " Write 127.0.0.1, or a name or address that this machine has.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException taken) {
            throw new IllegalStateException("Nothing can listen on " + address.getHostString() + ":" + address.getPort() + " (" + taken.getMessage() + "). Nothing was started: without it no event would arrive."
                    + " End what listens there, perhaps another accolade run, or set accolade.http.host and accolade.http.port to what is free.");
        }
    }
}
