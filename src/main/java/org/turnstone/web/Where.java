package org.turnstone.web;

import java.net.URI;
import java.util.Optional;

/**
 * Where the room is served.
 *
 * @param host the address to listen on
 * @param port the first port tried; 0: any that is free
 * @param publicUrl what links begin with where a proxy stands in front
 * @param network the address of this computer in a network at home, where everybody there may come in
 */
public record Where(String host, int port, Optional<URI> publicUrl, Optional<String> network) {

    /** Who can open the links, as things stand. */
    enum Reach {
        /** Nobody but this computer. */
        HERE,
        /** Every device in the network at home, unencrypted. */
        NETWORK,
        /** Whoever the proxy lets through. */
        PROXY
    }

    Reach reach() {
        if (publicUrl.isPresent()) {
            return Reach.PROXY;
        }
        return network.isPresent() ? Reach.NETWORK : Reach.HERE;
    }

    /** What every link begins with, for a server that listens on {@code actual}; without a slash at its end. */
    String base(int actual) {
        return publicUrl
                .map(url -> url.toString().replaceFirst("/+$", ""))
                .orElse("http://" + network.orElse(named()) + ":" + actual);
    }

    /** Where this computer itself finds the server. */
    URI address(int actual) {
        return URI.create("http://" + named() + ":" + actual);
    }

    private String named() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "127.0.0.1" : host;
        return name.contains(":") ? "[" + name + "]" : name;
    }
}
