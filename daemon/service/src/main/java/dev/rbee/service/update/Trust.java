package dev.rbee.service.update;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.update.feed.Feed;
import dev.rbee.service.update.feed.FeedKey;
import dev.rbee.service.update.feed.FeedText;
import dev.rbee.service.update.feed.Signatures;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Decides whether a feed is believed: signed by a trusted key, not older than one believed before, not expired. Pure. */
final class Trust {
    private final List<String> own;

    /** With the keys of the build and of the settings; throws {@code config_invalid} for one that is none. */
    Trust(List<String> own) {
        this.own = List.copyOf(own);
        try {
            this.own.forEach(FeedKey::parse);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    "A key in update.keys is no public Ed25519 key.",
                    "Write it as `openssl pkey -pubout -outform DER | base64` prints it.");
        }
    }

    /** Whether there is any key at all. */
    boolean any() {
        return !own.isEmpty();
    }

    /** The feed, and what is to be remembered because of it. */
    record Believed(Feed feed, UpdateMemory memory) {}

    /**
     * The feed in those bytes. Throws {@code signature_invalid} where no trusted key has signed it, {@code update_refused} where it is an old
     * one, and {@code source_failed} where it makes no sense.
     *
     * @param now to see whether it has expired, and remembered as the moment it was had
     */
    Believed believe(byte[] document, byte[] signatures, UpdateMemory memory, Instant now) {
        FeedKey signer = Signatures.signer(document, signatures, trusted(memory))
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.SIGNATURE_INVALID,
                        "The feed is not signed by anyone this rbee trusts; nothing in it is believed.",
                        "Somebody on the way may have changed it. Try another network; if it stays so, tell whoever"
                                + " publishes it."));
        Feed feed = parsed(document);
        String sha256 = hash(document);
        if (feed.serial() < memory.serial() || (feed.serial() == memory.serial() && !sha256.equals(memory.sha256()))) {
            throw refused(
                    "The feed is number " + feed.serial() + ", but number " + memory.serial()
                            + " was seen already; somebody shows an old one.",
                    "Try again later or from another network.");
        }
        if (now.isAfter(feed.expires())) {
            throw refused(
                    "The feed expired at " + feed.expires() + "; whoever answers there holds newer ones back.",
                    "Is this machine's clock right? Then try again later or from another network.");
        }
        if (feed.givenUp().contains(signer.name())) {
            throw refused(
                    "The feed is signed by a key that it gives up itself.", "Wait for one signed by another key.");
        }
        return new Believed(feed, memory.after(feed.serial(), sha256, feed.newKeys(), feed.givenUp(), now));
    }

    private List<FeedKey> trusted(UpdateMemory memory) {
        List<String> all = new ArrayList<>(own);
        all.addAll(memory.keys());
        return all.stream()
                .map(FeedKey::parse)
                .filter(key -> !memory.revoked().contains(key.name()))
                .toList();
    }

    private static Feed parsed(byte[] document) {
        try {
            return FeedText.parse(document);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.SOURCE_FAILED,
                            "The feed is not usable: " + e.getMessage() + ".",
                            "Tell whoever publishes it; nothing was changed here."),
                    e);
        }
    }

    private static ProblemException refused(String message, String hint) {
        return ProblemException.of(ProblemCode.UPDATE_REFUSED, message, hint);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
