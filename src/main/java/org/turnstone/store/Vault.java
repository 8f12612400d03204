package org.turnstone.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what people wrote with AES-256-GCM under a key file of mode 0600. Each sealed text is bound to the place where it
 * stands, so that one row's text cannot be read in another. Threads may share one.
 */
public final class Vault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The vault of an existing key file. */
    public static Vault open(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new StoreProblem(file + " is not a Turnstone key: it should hold " + KEY_BYTES
                        + " bytes and holds " + key.length + ". Put back the key file from your backup.");
            }
            return new Vault(key);
        } catch (IOException e) {
            throw new StoreProblem(
                    file + " cannot be read, and without it nothing that was kept can be. Put back the key file from"
                            + " your backup, or check that this user may read it.",
                    e);
        }
    }

    /** A new key in {@code file}, readable by its owner only. */
    public static Vault create(Path file) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, key, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException e) {
            return open(file);
        } catch (IOException e) {
            throw new StoreProblem(file + " cannot be written. Check the directory and the disk.", e);
        }
        return new Vault(key);
    }

    /** @param place where the sealed text will stand: it can be opened under the same place only */
    String seal(String place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] secret = crypt(Cipher.ENCRYPT_MODE, nonce, place, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[1 + NONCE_BYTES + secret.length];
        all[0] = VERSION;
        System.arraycopy(nonce, 0, all, 1, NONCE_BYTES);
        System.arraycopy(secret, 0, all, 1 + NONCE_BYTES, secret.length);
        return Base64.getEncoder().encodeToString(all);
    }

    String open(String place, String sealed) {
        byte[] all = Base64.getDecoder().decode(sealed);
        if (all.length < 1 + NONCE_BYTES || all[0] != VERSION) {
            throw new StoreProblem(
                    "A kept text at " + place + " has an unknown form. Was the database mended by hand?");
        }
        byte[] nonce = Arrays.copyOfRange(all, 1, 1 + NONCE_BYTES);
        byte[] secret = Arrays.copyOfRange(all, 1 + NONCE_BYTES, all.length);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, place, secret), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, String place, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new StoreProblem(
                    "A kept text at " + place + " does not open with this key. Put back the key file that belongs to"
                            + " this database.",
                    e);
        }
    }
}
