package dev.rbee.service.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which feeds are believed. */
class TrustTest {
    private final KeyPair first = SignedFeed.pair();
    private final KeyPair second = SignedFeed.pair();
    private final Trust trust = new Trust(List.of(SignedFeed.text(first)));
    private UpdateMemory memory = new UpdateMemory(0, null, List.of(), List.of(), null, 50, List.of());

    private void believes(SignedFeed feed, KeyPair... signers) {
        memory = trust.believe(feed.document(), feed.signatures(signers), memory, SignedFeed.NOW)
                .memory();
    }

    private ProblemCode refuses(byte[] document, byte[] signatures) {
        return assertThrows(ProblemException.class, () -> trust.believe(document, signatures, memory, SignedFeed.NOW))
                .problem()
                .code();
    }

    private ProblemCode refuses(SignedFeed feed, KeyPair... signers) {
        return refuses(feed.document(), feed.signatures(signers));
    }

    @Test
    void onlyWhatATrustedKeyHasSigned() {
        SignedFeed feed = new SignedFeed();
        assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(feed, second));
        assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(feed));
        assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(feed.document(), new byte[0]));
        byte[] forged = ("ed25519 " + SignedFeed.name(first) + " AAAA\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(feed.document(), forged));
        byte[] other = new SignedFeed().serial(2).signatures(first);
        assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(feed.document(), other));
        believes(feed, second, first);
        assertEquals(1, memory.serial());
    }

    @Test
    void everyChangedByteIsSeen() {
        SignedFeed feed = new SignedFeed();
        byte[] document = feed.document();
        byte[] signatures = feed.signatures(first);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] changed = document.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(changed, signatures));
        }
    }

    @Test
    void anOldOneIsNotShownAgain() {
        SignedFeed old = new SignedFeed().serial(4);
        SignedFeed fresh = new SignedFeed().serial(5);
        believes(fresh, first);
        assertEquals(ProblemCode.UPDATE_REFUSED, refuses(old, first));
        SignedFeed twin = new SignedFeed().serial(5).expires(SignedFeed.NOW.plus(Duration.ofDays(2)));
        assertEquals(ProblemCode.UPDATE_REFUSED, refuses(twin, first));
        believes(fresh, first); // the same again is fine
    }

    @Test
    void anExpiredOneIsRefused() {
        SignedFeed expired = new SignedFeed().expires(SignedFeed.NOW.minusSeconds(1));
        assertEquals(ProblemCode.UPDATE_REFUSED, refuses(expired, first));
    }

    @Test
    void keysChangeHands() {
        assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(new SignedFeed().serial(2), second));
        believes(new SignedFeed().serial(1).names(SignedFeed.text(second)), first);
        believes(new SignedFeed().serial(2), second);
        SignedFeed suicide = new SignedFeed().serial(3).givesUp(SignedFeed.name(second));
        assertEquals(ProblemCode.UPDATE_REFUSED, refuses(suicide, second));
        believes(new SignedFeed().serial(3).givesUp(SignedFeed.name(first)), second);
        assertEquals(ProblemCode.SIGNATURE_INVALID, refuses(new SignedFeed().serial(4), first));
        believes(new SignedFeed().serial(4), second);
    }

    @Test
    void whatIsSignedAndMakesNoSense() {
        byte[] nonsense = "{\"product\":\"other\"}".getBytes(StandardCharsets.UTF_8);
        byte[] signed = dev.rbee.service.update.feed.Signatures.line(
                        nonsense, dev.rbee.service.update.feed.FeedKey.of(first.getPublic()), first.getPrivate())
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(ProblemCode.SOURCE_FAILED, refuses(nonsense, signed));
        assertThrows(ProblemException.class, () -> new Trust(List.of("no key")));
    }
}
