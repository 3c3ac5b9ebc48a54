package dev.rbee.service.update.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.update.SignedFeed;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which release is offered to whom. */
class ChoiceTest {
    private static final Target HERE = new Target("linux", "x64", "deb");

    private static Release.Package file(String system, String arch, String kind) {
        return new Release.Package(system, arch, kind, "https://example.org/rbee." + kind, 10, "0".repeat(64));
    }

    private static final Release.Package DEB = file("linux", "x64", "deb");

    private static String newest(SignedFeed feed, String current, int bucket, Set<String> failed) {
        return new Choice(FeedText.parse(feed.document()), current, HERE)
                .newest(bucket, failed)
                .map(offer -> offer.release().version())
                .orElse("none");
    }

    private static String asked(SignedFeed feed, String current) {
        return newest(feed, current, -1, Set.of());
    }

    @Test
    void theNewestForThisMachine() {
        SignedFeed feed = new SignedFeed()
                .release("0.3.0", file("windows", "x64", "msi"))
                .release("0.2.0", DEB)
                .release("0.1.5", DEB);
        assertEquals("0.2.0", asked(feed, "0.1.0"));
        assertEquals("none", asked(feed, "0.2.0"));
        assertEquals("none", asked(feed, "0.4.0"));
        assertEquals("none", asked(new SignedFeed().release("0.2.0", file("linux", "arm64", "deb")), "0.1.0"));
    }

    @Test
    void stepByStepWhereARelaseWantsAnother() {
        SignedFeed feed = new SignedFeed().release("1.0.0", "0.5.0", null, DEB).release("0.5.0", DEB);
        assertEquals("0.5.0", asked(feed, "0.1.0"));
        assertEquals("1.0.0", asked(feed, "0.5.0"));
    }

    @Test
    void rollOutsReachSomeUnaskedAndAllWhoAsk() {
        SignedFeed feed = new SignedFeed().release("0.2.0", null, 30, DEB);
        assertEquals("0.2.0", newest(feed, "0.1.0", 29, Set.of()));
        assertEquals("none", newest(feed, "0.1.0", 30, Set.of()));
        assertEquals("0.2.0", asked(feed, "0.1.0"));
    }

    @Test
    void whatFailedHereIsNotOfferedUnasked() {
        SignedFeed feed = new SignedFeed().release("0.2.0", DEB);
        assertEquals("none", newest(feed, "0.1.0", 0, Set.of("0.2.0")));
        assertEquals("0.2.0", asked(feed, "0.1.0"));
    }

    @Test
    void previewsForThoseWhoRunOne() {
        SignedFeed feed = new SignedFeed().release("0.2.0-rc.1", DEB);
        assertEquals("none", asked(feed, "0.1.0"));
        assertEquals("0.2.0-rc.1", asked(feed, "0.2.0-beta"));
    }

    @Test
    void strangeFeedsAreRefused() {
        for (String wrong : new String[] {
            "[]",
            "{}",
            feed("\"version\":\"x\",\"published\":\"2026-11-01T00:00:00Z\",\"packages\":[]"),
            feed("\"version\":\"1\",\"packages\":[]"),
            feed("\"version\":\"1\",\"published\":\"2026-11-01T00:00:00Z\""),
            feed("\"version\":\"1\",\"published\":\"2026-11-01T00:00:00Z\",\"rollout\":101,\"packages\":[]"),
            feed("\"version\":\"1\",\"published\":\"2026-11-01T00:00:00Z\",\"notes\":\"\\u0007\",\"packages\":[]"),
            withFile("file:///etc/passwd", 1),
            withFile("https://example.org/", 1),
            withFile("https://example.org/..", 1),
            withFile("https://example.org/.hidden", 1),
            withFile("https://example.org/a%2Fb", 1),
            withFile("https://example.org/a", 0)
        }) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> FeedText.parse(wrong.getBytes(StandardCharsets.UTF_8)),
                    wrong);
        }
        assertEquals(
                1,
                FeedText.parse(withFile("https://example.org/a.deb", 1).getBytes(StandardCharsets.UTF_8))
                        .releases()
                        .size());
    }

    private static String withFile(String url, long size) {
        return feed(
                "\"version\":\"1\",\"published\":\"2026-11-01T00:00:00Z\",\"packages\":[{\"system\":\"linux\",\"arch\":\"x64\","
                        + "\"kind\":\"deb\",\"url\":\"" + url + "\",\"size\":" + size + ",\"sha256\":\""
                        + "0".repeat(64) + "\"}]");
    }

    private static String feed(String release) {
        return "{\"schema\":1,\"product\":\"rbee\",\"serial\":1,\"published\":\"2026-11-01T00:00:00Z\",\"expires\":"
                + "\"2027-11-01T00:00:00Z\",\"releases\":[{" + release + "}]}";
    }

    @Test
    void olderOnesAreKnownAsSuch() {
        Feed feed = FeedText.parse(new SignedFeed().release("0.1.0", DEB).document());
        Choice choice = new Choice(feed, "0.2.0", HERE);
        assertTrue(choice.older(choice.exactly("0.1.0").orElseThrow().release()));
        assertFalse(choice.exactly("0.9.0").isPresent());
    }
}
