package org.turnstone.cli;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The network at home: the address under which other devices there find this computer. Stateless; may be shared. */
final class HomeNetwork {
    /** Networks that live inside this computer: containers and virtual machines, which no phone can reach. */
    private static final List<String> INSIDE = List.of("docker", "br-", "veth", "virbr", "vbox", "vmnet", "tun", "tap");

    private HomeNetwork() {}

    /** A private IPv4 address (RFC 1918) of this computer; empty where it is in no such network. Asks the system only. */
    static Optional<String> address() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(HomeNetwork::isReal)
                    .flatMap(HomeNetwork::addresses)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static boolean isReal(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && INSIDE.stream().noneMatch(network.getName()::startsWith);
        } catch (SocketException e) {
            return false;
        }
    }

    private static Stream<String> addresses(NetworkInterface network) {
        return network.inetAddresses()
                .filter(Inet4Address.class::isInstance)
                .filter(InetAddress::isSiteLocalAddress)
                .map(InetAddress::getHostAddress);
    }
}
