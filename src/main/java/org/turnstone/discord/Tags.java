package org.turnstone.discord;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.turnstone.room.RoomStore.Owed;

/**
 * Marks each post with the owed effect that it plays, so that a second try finds the first. The mark is seen by everyone,
 * so it is a keyed hash: from running numbers a partner could count the private effects in between. Threads may share one.
 */
final class Tags {
    /** 15 bytes make 20 characters; a nonce may have 25. */
    private static final int BYTES = 15;

    private final SecretKeySpec key;

    Tags(String secret) {
        key = new SecretKeySpec(("turnstone tags " + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The tag of one part of what {@code owed} posts. */
    String of(Owed owed, int part) {
        return of(owed.room() + "/" + owed.id() + "/" + part);
    }

    String of(String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
