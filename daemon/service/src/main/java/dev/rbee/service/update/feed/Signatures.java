package dev.rbee.service.update.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/**
 * The file beside a feed: a line {@code ed25519 <name of the key> <signature in base64>} for each key that has signed the very bytes of the
 * document; other lines count for nothing. Pure.
 */
public final class Signatures {
    /** No such file is larger, bytes. */
    public static final int LARGEST = 8 << 10;

    private static final String WORD = "ed25519";

    private Signatures() {}

    /** The first of those keys that has signed the document; empty where none has. */
    public static Optional<FeedKey> signer(byte[] document, byte[] signatures, Collection<FeedKey> trusted) {
        for (String line : new String(signatures, StandardCharsets.UTF_8).split("\n", -1)) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length != 3 || !words[0].equals(WORD)) {
                continue;
            }
            Optional<FeedKey> signer = trusted.stream()
                    .filter(key -> key.name().equals(words[1]))
                    .filter(key -> holds(key, document, words[2]))
                    .findFirst();
            if (signer.isPresent()) {
                return signer;
            }
        }
        return Optional.empty();
    }

    private static boolean holds(FeedKey key, byte[] document, String signature) {
        try {
            return key.signed(document, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false; // no base64
        }
    }

    /** The line for that key. */
    public static String line(byte[] document, FeedKey key, PrivateKey secret) {
        try {
            Signature sign = Signature.getInstance("Ed25519");
            sign.initSign(secret);
            sign.update(document);
            return WORD + " " + key.name() + " " + Base64.getEncoder().encodeToString(sign.sign()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is no private Ed25519 key", e);
        }
    }
}
