package org.turnstone.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.turnstone.Settings;
import org.turnstone.Settings.Server;

/** Looks whether the web room can listen where it is told to, and who could reach it there. No state. */
final class PortExamination implements Doctor.Examination {

    private static final String PORT = "port";

    @Override
    public Stream<Diagnosis> of(Settings settings) {
        Server server = settings.server();
        try {
            InetAddress host = InetAddress.getByName(server.host());
            return Stream.of(reach(server, host), port(settings, host));
        } catch (UnknownHostException unknown) {
            return Stream.of(Diagnosis.mend(
                    PORT, server.host() + " is no address of this machine; set server.host to 127.0.0.1"));
        }
    }

    private static Diagnosis reach(Server server, InetAddress host) {
        return host.isLoopbackAddress()
                ? Diagnosis.ok(PORT, "only this machine can reach the web room")
                : Diagnosis.note(
                        PORT,
                        "other machines can reach the web room at " + server.host()
                                + "; put a proxy with HTTPS before it, or listen on 127.0.0.1");
    }

    private static Diagnosis port(Settings settings, InetAddress host) {
        int port = settings.server().port();
        try (ServerSocket trying = new ServerSocket()) {
            trying.setReuseAddress(true);
            trying.bind(new InetSocketAddress(host, port));
            return Diagnosis.ok(PORT, port + " is free");
        } catch (IOException taken) {
            return Health.isWell(Health.address(settings))
                    ? Diagnosis.ok(PORT, "a healthy Turnstone answers at " + Health.address(settings))
                    : Diagnosis.note(PORT, port + " is taken by another program; the next free one will be used");
        }
    }
}
