package dev.rbee.service.update.feed;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key that signs feeds.
 *
 * @param name the first 16 digits of the SHA-256 of its encoding
 * @param text its encoding (X.509) in base64, as {@code openssl pkey -pubout -outform DER | base64} prints it
 */
public record FeedKey(String name, String text, PublicKey key) {
    private static final String KIND = "Ed25519";

    /** From its text; throws {@link IllegalArgumentException} for what is none. */
    public static FeedKey parse(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text.strip());
            PublicKey key = KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(encoded));
            return of(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("it names a key that is no public Ed25519 key", e);
        }
    }

    /** Of that key. */
    public static FeedKey of(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            String name = HexFormat.of().formatHex(hash, 0, 8);
            return new FeedKey(name, Base64.getEncoder().encodeToString(key.getEncoded()), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it has signed that. */
    boolean signed(byte[] document, byte[] signature) {
        try {
            Signature check = Signature.getInstance(KIND);
            check.initVerify(key);
            check.update(document);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not even a signature
        }
    }
}
