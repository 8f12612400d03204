package org.turnstone.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes secrets and compares them, in a time that does not tell how much of them was right. Threads may share one. */
final class Secrets {
    /** For PBKDF2 with HMAC-SHA-512, as OWASP's password storage cheat sheet (2023) has it. */
    static final int SLOW = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final int iterations;
    private final SecureRandom random = new SecureRandom();

    /** @param iterations of a passphrase's hash: {@link #SLOW}, unless nothing is at stake */
    Secrets(int iterations) {
        this.iterations = iterations;
    }

    /** A new secret of {@code bytes} random bytes, in letters that need no escaping in an address. */
    String make(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What may be stored of a secret that is long and random. */
    static String hash(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                hash(one).getBytes(StandardCharsets.US_ASCII), hash(other).getBytes(StandardCharsets.US_ASCII));
    }

    /** What may be stored of a passphrase, which somebody has to remember: slow to try. */
    String passphraseHash(String passphrase) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return iterations + "$" + HexFormat.of().formatHex(salt) + "$" + slowly(passphrase, salt, iterations);
    }

    static boolean isPassphrase(String tried, String stored) {
        String[] parts = stored.split("\\$");
        String hash = slowly(tried, HexFormat.of().parseHex(parts[1]), Integer.parseInt(parts[0]));
        return same(hash, parts[2]);
    }

    private static String slowly(String passphrase, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, iterations, HASH_BITS);
        try {
            SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
            return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot hash a passphrase", e);
        } finally {
            spec.clearPassword();
        }
    }
}
