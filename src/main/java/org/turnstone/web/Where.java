package org.turnstone.web;

import java.net.URI;
import java.util.Optional;

/**
 * Where the room is served.
 *
 * @param host the address to listen on
 * @param port the first port tried; 0: any that is free
 * @param publicUrl what links begin with where a proxy stands in front
 */
public record Where(String host, int port, Optional<URI> publicUrl) {}
