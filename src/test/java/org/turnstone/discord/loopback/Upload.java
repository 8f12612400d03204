package org.turnstone.discord.loopback;

import java.util.Base64;

/**
 * A file that came with a request. Its address holds it, so that a test can read it.
 *
 * @param bytes what is in it
 */
record Upload(String name, byte[] bytes) {
    String url() {
        return "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
