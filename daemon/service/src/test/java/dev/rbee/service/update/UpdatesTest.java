package dev.rbee.service.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.service.update.UpdateStatus.State;
import dev.rbee.service.update.feed.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking for releases and fetching them from a server that misbehaves. */
class UpdatesTest {
    private static final long SIZE = 12_000_000;

    @TempDir
    Path dir;

    private UpdateHome at;

    @BeforeEach
    void start() {
        at = new UpdateHome(dir);
    }

    @AfterEach
    void stop() {
        at.close();
    }

    @Test
    void aReleaseIsFoundFetchedAndShown() throws Exception {
        Updates updates = at.updates();
        assertEquals(State.UNKNOWN, updates.status().state());
        at.publish(new SignedFeed().release("0.2.0", at.file(SIZE)));
        assertTrue(updates.check());
        UpdateStatus found = at.updates().status();
        assertEquals(State.AVAILABLE, found.state());
        assertEquals("0.2.0", there(found.offer()).version());
        assertEquals(SignedFeed.NOW, found.checked());
        assertEquals("0.2.0", UpdateHome.download(updates));
        UpdateStatus here = updates.status();
        assertEquals(State.DOWNLOADED, here.state());
        assertEquals(SIZE, Files.size(Path.of(there(here.file()))));
        at.server.forget();
        UpdateHome.download(updates);
        assertEquals(0, at.server.sent(), "what is here is not fetched again");
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Test
    void nothingIsSentButTheRequest() {
        at.publish(new SignedFeed());
        assertFalse(at.updates().check());
        assertEquals(State.NEWEST, at.updates().status().state());
        at.server.requests().forEach(request -> {
            assertNull(request.token());
            assertTrue(request.target().matches("/plain/rbee/releases/feed\\.json(\\.sig)?"), request.target());
        });
        assertEquals(2, at.server.requests().size());
    }

    @Test
    void aReplayedFeedAndAnExpiredOne() {
        at.publish(new SignedFeed().serial(7));
        assertFalse(at.updates().check());
        at.publish(new SignedFeed().serial(6).release("0.2.0", at.file(SIZE)));
        assertEquals(ProblemCode.UPDATE_REFUSED, UpdateHome.refused(at.updates()::check));
        assertEquals(State.NEWEST, at.updates().status().state(), "what was believed stays");
        at.publish(new SignedFeed().serial(8));
        at.now = SignedFeed.NOW.plus(Duration.ofDays(31));
        assertEquals(ProblemCode.UPDATE_REFUSED, UpdateHome.refused(at.updates()::check));
    }

    @Test
    void aFeedOfSomebodyElse() {
        SignedFeed feed = new SignedFeed().release("0.2.0", at.file(SIZE));
        at.publish(feed);
        at.server.repo(UpdateHome.REPO).file("feed.json.sig", feed.signatures(SignedFeed.pair()));
        assertEquals(ProblemCode.SIGNATURE_INVALID, UpdateHome.refused(at.updates()::check));
        at.server
                .repo(UpdateHome.REPO)
                .file("feed.json", new SignedFeed().serial(99).document());
        assertEquals(ProblemCode.SIGNATURE_INVALID, UpdateHome.refused(at.updates()::check));
        assertEquals(State.UNKNOWN, at.updates().status().state());
    }

    @Test
    void aFeedChangedOnTheDiskIsNotBelieved() throws Exception {
        at.publish(new SignedFeed());
        assertFalse(at.updates().check());
        Files.write(
                at.folder.feed(),
                new SignedFeed().release("9.9.9", at.file(SIZE)).document());
        assertNull(at.updates().status().offer());
    }

    @Test
    void theServerIsBusyOrAwayOrKnowsNothing() {
        at.publish(new SignedFeed());
        at.server.faults().refuse(429, 1, "3");
        assertEquals(ProblemCode.RATE_LIMITED, UpdateHome.refused(at.updates()::check));
        at.server.faults().refuse(503, 1, null);
        assertEquals(ProblemCode.SOURCE_FAILED, UpdateHome.refused(at.updates()::check));
        at.server.faults().refuse(404, 1, null);
        assertEquals(ProblemCode.SOURCE_NOT_FOUND, UpdateHome.refused(at.updates()::check));
        assertFalse(at.updates().check());
        Updates updates = at.updates();
        at.close();
        assertEquals(ProblemCode.OFFLINE, UpdateHome.refused(updates::check));
    }

    @Test
    void switchedOffMeansNobodyIsAsked() {
        at.check = "off";
        assertEquals(ProblemCode.UPDATE_REFUSED, UpdateHome.refused(at.updates()::check));
        assertEquals(0, at.server.requests().size());
    }

    @Test
    void aCutDownloadGoesOn() {
        at.publish(new SignedFeed().release("0.2.0", at.file(SIZE)));
        Updates updates = at.updates();
        assertTrue(updates.check());
        at.server.faults().slow(3_000_000);
        Updates.Stop stop = new Updates.Stop();
        AtomicLong most = new AtomicLong();
        assertEquals(
                ProblemCode.CANCELLED,
                UpdateHome.refused(() -> updates.download(null, false, stop, (p, done, t) -> {
                    most.accumulateAndGet(done, Math::max);
                    if (done > SIZE / 2) {
                        stop.now();
                    }
                })));
        assertTrue(most.get() > SIZE / 2);
        at.server.faults().slow(0);
        at.server.faults().cut(1_000_000, 2);
        at.server.forget();
        assertEquals("0.2.0", UpdateHome.download(at.updates()));
        assertTrue(at.server.sent() < SIZE, at.server.sent() + " of " + SIZE + " came again");
        assertEquals(State.DOWNLOADED, updates.status().state());
    }

    @Test
    void otherBytesThanPromised() throws Exception {
        Release.Package file = at.file(SIZE);
        at.publish(new SignedFeed().release("0.2.0", file));
        Updates updates = at.updates();
        assertTrue(updates.check());
        at.server.faults().wrongContent(true);
        assertEquals(ProblemCode.HASH_MISMATCH, UpdateHome.refused(() -> UpdateHome.download(updates)));
        at.server.faults().wrongContent(false);
        at.server.repo(UpdateHome.REPO).random(UpdateHome.FILE, SIZE - 1, 11);
        assertEquals(ProblemCode.SOURCE_FAILED, UpdateHome.refused(() -> UpdateHome.download(updates)));
        try (var left = Files.list(at.folder.packages())) {
            assertFalse(left.anyMatch(each -> each.endsWith(UpdateHome.FILE)));
        }
        assertEquals(State.AVAILABLE, updates.status().state());
    }

    @Test
    void filesComeFromPublicPlacesOrTheFeedsOwnHost() {
        at.publish(new SignedFeed().release("0.2.0", at.file(SIZE)));
        Updates updates = at.updates();
        assertTrue(updates.check());
        Release.Package elsewhere = new Release.Package(
                "linux", "x64", "image", "http://127.0.0.1:1/" + UpdateHome.FILE, SIZE, "0".repeat(64));
        at.publish(new SignedFeed().serial(2).release("0.2.0", elsewhere));
        assertTrue(updates.check());
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, UpdateHome.refused(() -> UpdateHome.download(updates)));
    }

    @Test
    void aFullDisk() {
        at.publish(new SignedFeed().release("0.2.0", at.file(SIZE)));
        at.space = folder -> 5_000_000;
        Updates updates = at.updates();
        assertTrue(updates.check());
        assertEquals(ProblemCode.STORAGE_FULL, UpdateHome.refused(() -> UpdateHome.download(updates)));
    }

    @Test
    void olderVersionsOnlyWhereThatIsAsked() {
        at.publish(new SignedFeed().release("0.0.9", at.file(SIZE)));
        Updates updates = at.updates();
        assertFalse(updates.check());
        Updates.Stop stop = new Updates.Stop();
        assertEquals(
                ProblemCode.UPDATE_REFUSED,
                UpdateHome.refused(() -> updates.download("0.0.9", false, stop, (p, d, t) -> {})));
        assertEquals("0.0.9", updates.download("0.0.9", true, stop, (p, d, t) -> {}));
        assertEquals(
                ProblemCode.UPDATE_REFUSED,
                UpdateHome.refused(() -> updates.download("0.0.8", true, stop, (p, d, t) -> {})));
    }

    @Test
    void aFileThatChangedAfterItsDownloadIsNotInstalled() throws Exception {
        at.publish(new SignedFeed().release("0.2.0", at.file(SIZE)));
        Updates updates = at.updates();
        assertTrue(updates.check());
        UpdateHome.download(updates);
        Path file = at.folder.packages().resolve(UpdateHome.FILE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[1000] ^= 1;
        Files.write(file, bytes);
        assertEquals(ProblemCode.HASH_MISMATCH, UpdateHome.refused(() -> updates.stage("0.2.0")));
        assertFalse(Files.exists(file));
    }

    @Test
    void aPackageOfTheSystemIsForItsOwnTool() {
        at.installed = new InstalledAs("deb", Path.of("/opt/rbee"));
        at.publish(new SignedFeed().release("0.2.0", at.file(SIZE)));
        Updates updates = at.updates();
        assertTrue(updates.check());
        UpdateHome.download(updates);
        UpdateStatus status = updates.status();
        assertEquals("apt", there(status.command()).get(1));
        assertEquals(status.file(), there(status.command()).getLast());
        assertEquals(status.command(), updates.command("0.2.0"));
        assertEquals(ProblemCode.UPDATE_REFUSED, UpdateHome.refused(() -> updates.stage("0.2.0")));
        assertFalse(updates.installAfterwards(null));
    }

    @Test
    void sourcesAreToldButNothingIsFetchedForThem() {
        Release.Package deb =
                new Release.Package("linux", "x64", "deb", "https://example.org/a.deb", SIZE, "0".repeat(64));
        at.installed = InstalledAs.SOURCES;
        at.publish(new SignedFeed().release("0.2.0", deb));
        Updates updates = at.updates();
        assertTrue(updates.check());
        assertEquals(ProblemCode.UPDATE_REFUSED, UpdateHome.refused(() -> UpdateHome.download(updates)));
    }

    @Test
    void onceADay() {
        at.publish(new SignedFeed());
        Updates updates = at.updates();
        assertTrue(DailyCheck.due(updates.status(), at.now));
        assertFalse(updates.check());
        assertFalse(DailyCheck.due(updates.status(), at.now.plus(Duration.ofHours(23))));
        assertTrue(DailyCheck.due(updates.status(), at.now.plus(Duration.ofHours(24))));
        assertTrue(DailyCheck.due(updates.status(), at.now.minus(Duration.ofDays(9))), "a clock set back");
        at.check = "request";
        assertFalse(DailyCheck.due(at.updates().status(), at.now.plus(Duration.ofDays(9))));
    }
}
