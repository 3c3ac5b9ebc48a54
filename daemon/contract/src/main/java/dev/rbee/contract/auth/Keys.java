package dev.rbee.contract.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keys derived from the installation's token. A worker never holds that token: it gets its own key, which opens nothing
 * but its own doors, and the token's fingerprint to recognise callers by (reliability section 5: no secrets in workers).
 * Pure functions; thread-safe.
 */
public final class Keys {
    private static final HexFormat HEX = HexFormat.of();

    private Keys() {}

    /** A new 256-bit secret as 64 hexadecimal digits; blocks only as long as the random source does. */
    public static String newToken(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "rbee_" + HEX.formatHex(bytes);
    }

    /** SHA-256 of a token, to recognise it without holding it. */
    public static String fingerprint(String token) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** The key of one worker, {@code rbw_<id>.<hmac>}: opens that worker, and lets it register and beat as itself only. */
    public static String workerKey(String token, String workerId) {
        return "rbw_" + workerId + "." + hmac(token, "worker:" + workerId);
    }

    /**
     * The secret of a linked machine's hive, {@code rbn_<hmac>}: what the installation's token is to a hive of this machine. It opens that hive,
     * and the gateway for it, nothing else.
     */
    public static String nodeKey(String token, String nodeName) {
        return "rbn_" + hmac(token, "node:" + nodeName);
    }

    /** Whether a secret is a linked machine's, see {@link #nodeKey}. */
    public static boolean isNodeKey(String secret) {
        return secret.startsWith("rbn_");
    }

    /** The worker that a worker key names, unverified; null where the text is no worker key. */
    public static @Nullable String workerIdOf(String presented) {
        int dot = presented.lastIndexOf('.');
        return presented.startsWith("rbw_") && dot > 4 ? presented.substring(4, dot) : null;
    }

    /** What a server answers to a challenge, to prove that it knows the secret before it is given it. */
    public static String proof(String secret, String challenge) {
        return hmac(secret, "proof:" + challenge);
    }

    /** The same, bound to the port asked: nobody on another port can pass the challenge on and show the answer as its own. */
    public static String proof(String secret, String challenge, int port) {
        return proof(secret, challenge + "@" + port);
    }

    /** Compares in constant time. */
    public static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
