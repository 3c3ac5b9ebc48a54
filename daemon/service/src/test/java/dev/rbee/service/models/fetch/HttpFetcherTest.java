package dev.rbee.service.models.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.testing.HubRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Dns;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpFetcherTest {
    private static final long SIZE = 24_000_003;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private FetchHome home;

    @BeforeEach
    void start() {
        home = new FetchHome(folder);
        home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, SIZE, 7);
    }

    @AfterEach
    void end() {
        home.close();
    }

    private void small() {
        home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, 200_000, 8);
    }

    private void arrives(Fetched fetched) throws IOException {
        var file = home.hub.repo(FetchHome.REPO).get(FetchHome.FILE);
        assertEquals(file.sha256(), fetched.sha256());
        assertEquals(file.size(), fetched.sizeBytes());
        assertEquals(home.blob(file.sha256()), fetched.file());
        assertEquals(-1, Files.mismatch(file.content(), fetched.file()));
        assertFalse(Files.exists(home.part()));
        assertFalse(Files.exists(Sidecar.of(home.part())));
    }

    @Test
    void aFileComesOnceOverSeveralConnections() throws Exception {
        AtomicLong last = new AtomicLong();
        Fetched fetched = home.fetcher.fetch(home.wanted(), new FetchControl((phase, done, total) -> last.set(done)));
        arrives(fetched);
        assertEquals(SIZE, last.get());
        assertEquals(SIZE, fetched.networkBytes());
        assertEquals(0, fetched.resumedBytes());
        List<HubRequest> ranges = home.hub.requests().stream()
                .filter(r -> r.server().equals("cdn")
                        && !"bytes=0-0".equals(r.headers().get("range")))
                .toList();
        assertTrue(ranges.size() >= 2, ranges::toString);
        assertTrue(ranges.stream().allMatch(r -> r.headers().containsKey("if-range")));
        assertTrue(home.hub.sent() < SIZE + (8 << 20), "sent " + home.hub.sent());
    }

    @Test
    void whatWasStoppedGoesOn() throws Exception {
        Sidecar left = home.leave(home.wanted(), 12_000_000);
        assertTrue(home.blobs().isEmpty());
        Fetched fetched = home.fetcher.fetch(home.wanted(), new FetchControl());
        arrives(fetched);
        assertEquals(left.doneBytes(), fetched.resumedBytes());
        assertEquals(SIZE - left.doneBytes(), fetched.networkBytes());
    }

    @Test
    void whatAnInterruptEndsGoesOnToo() throws Exception {
        interrupted();
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
        home.hub.faults().noRanges(true);
        interrupted();
        home.hub.faults().noRanges(false);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
    }

    private void interrupted() throws Exception {
        home.hub.forget();
        home.hub.faults().stall(1_000_000);
        CompletableFuture<ProblemException> ended = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                ended.completeExceptionally(new AssertionError(home.fetcher.fetch(home.wanted(), new FetchControl())));
            } catch (ProblemException e) {
                ended.complete(e);
            }
        });
        Awaitility.await().atMost(SOON).until(() -> home.hub.sent() >= 1_000_000);
        thread.interrupt();
        assertEquals(ProblemCode.CANCELLED, ended.get().problem().code());
        home.hub.faults().stall(-1);
    }

    @Test
    void twoDoNotFetchTheSame() throws Exception {
        home.hub.faults().stall(1_000_000);
        FetchControl control = new FetchControl();
        CompletableFuture<Fetched> first =
                CompletableFuture.supplyAsync(() -> home.fetcher.fetch(home.wanted(), control));
        Awaitility.await().atMost(SOON).until(() -> home.hub.sent() >= 1_000_000);
        assertEquals(ProblemCode.ALREADY_RUNNING, home.refused(home.wanted()).code());
        try (HttpFetcher other = new HttpFetcher(home.setup())) {
            ProblemException e =
                    assertThrows(ProblemException.class, () -> other.fetch(home.wanted(), new FetchControl()));
            assertEquals(ProblemCode.ALREADY_RUNNING, e.problem().code());
        }
        home.hub.faults().stall(-1);
        arrives(first.get());
    }

    @Test
    void cutConnectionsAndExpiredAddressesCostLittle() throws Exception {
        home.hub.faults().cut(3_000_000, 6);
        home.hub.faults().linksExpireAfter(8);
        Fetched fetched = home.fetcher.fetch(home.wanted(), new FetchControl());
        arrives(fetched);
        assertEquals(SIZE, fetched.networkBytes());
    }

    @RepeatedTest(5)
    void anAddressThatExpiresForAllLinesIsOneFailure() throws Exception {
        home.hub.faults().linksExpireAfter(2);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
    }

    @Test
    void sourcesThatSayLittleServeToo() throws Exception {
        home.hub.faults().noEtag(true);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
        home.hub.faults().noEtag(false);
        home.hub.faults().weakEtag(true);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
        home.hub.faults().noRanges(true);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
        home.hub.faults().cut(5_000_000, 2);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
        home.hub.faults().noLength(true);
        arrives(home.fetcher.fetch(
                home.wanted(home.hub.plainUrl(FetchHome.REPO, FetchHome.FILE), null), new FetchControl()));
    }

    @Test
    void otherBytesNeverGetAFinalName() throws Exception {
        home.hub.faults().wrongContent(true);
        assertEquals(ProblemCode.HASH_MISMATCH, home.refused(home.wanted()).code());
        assertTrue(home.blobs().isEmpty());
        assertFalse(Files.exists(home.part()));
        home.hub.faults().wrongContent(false);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
    }

    @Test
    void damagedRestsAreFetchedAnew() throws Exception {
        Sidecar left = home.leave(home.wanted(), 9_000_000);
        long there = left.ranges().ranges().getFirst().from();
        try (var file = java.nio.channels.FileChannel.open(home.part(), java.nio.file.StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[100]), there);
        }
        Fetched fetched = home.fetcher.fetch(home.wanted(), new FetchControl());
        arrives(fetched);
        assertEquals(0, fetched.resumedBytes());
    }

    @Test
    void aFileThatBecameAnotherBeginsAnew() throws Exception {
        String url = home.hub.plainUrl(FetchHome.REPO, FetchHome.FILE);
        assertNull(home.leave(home.wanted(url, null), 9_000_000).sha256());
        home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, SIZE, 99);
        Fetched fetched = home.fetcher.fetch(home.wanted(url, null), new FetchControl());
        arrives(fetched);
        assertEquals(0, fetched.resumedBytes());
    }

    @Test
    void lengthsAndRangesThatAreNotTrueAreNoticed() throws Exception {
        small();
        home.hub.faults().lie(5);
        assertEquals(ProblemCode.SOURCE_FAILED, home.refused(home.wanted()).code());
        home.hub.faults().lie(-5);
        assertNotEquals(ProblemCode.CANCELLED, home.refused(home.wanted()).code());
        home.hub.faults().lie(0);
        home.hub.faults().wrongRanges(true);
        assertEquals(ProblemCode.SOURCE_FAILED, home.refused(home.wanted()).code());
        home.hub.faults().wrongRanges(false);
        FetchRequest more = home.withHash(home.wanted());
        Problem size = home.refused(
                new FetchRequest(more.what(), more.source(), more.part(), 200_001L, more.sha256(), more.target()));
        assertEquals(ProblemCode.SOURCE_FAILED, size.code());
        Problem hash = home.refused(
                new FetchRequest(more.what(), more.source(), more.part(), null, "0".repeat(64), more.target()));
        assertEquals(ProblemCode.HASH_MISMATCH, hash.code());
        assertTrue(home.blobs().isEmpty());
        arrives(home.fetcher.fetch(more, new FetchControl()));
    }

    @Test
    void aBusySourceIsWaitedForAsItAsksButNotForHours() throws Exception {
        small();
        home.hub.faults().refuse(429, 2, "0");
        home.hub.faults().refuseAtHub(503, 2, null);
        arrives(home.fetcher.fetch(home.wanted(), new FetchControl()));
        home.hub.faults().refuseAtHub(429, 1, "86400");
        assertEquals(ProblemCode.HUB_RATE_LIMITED, home.refused(home.wanted()).code());
        home.hub.faults().refuse(500, 100, null);
        assertEquals(ProblemCode.SOURCE_FAILED, home.refused(home.wanted()).code());
    }

    @Test
    void whereThereIsNoRoomNothingBegins() throws Exception {
        AtomicLong free = new AtomicLong(SIZE);
        try (FetchHome tight = new FetchHome(folder.resolve("tight"), Dns.SYSTEM, path -> free.get())) {
            tight.hub.repo(FetchHome.REPO).random(FetchHome.FILE, SIZE, 7);
            Problem full = tight.refused(tight.wanted());
            assertEquals(ProblemCode.STORAGE_FULL, full.code());
            assertTrue(full.message().contains("MB"), full.message());
            assertEquals(1, tight.hub.sent());
            free.set(SIZE + (2 << 20));
            tight.hub.faults().slow(8_000_000);
            FetchControl control = new FetchControl((phase, done, total) -> {
                if (done > 10_000_000) {
                    free.set(0);
                }
            });
            ExecutionException e = assertThrows(
                    ExecutionException.class,
                    () -> CompletableFuture.supplyAsync(() -> tight.fetcher.fetch(tight.wanted(), control))
                            .get());
            assertEquals(
                    ProblemCode.STORAGE_FULL,
                    assertInstanceOf(ProblemException.class, e.getCause())
                            .problem()
                            .code());
            Sidecar left = Sidecar.read(tight.part());
            assertTrue(left != null && left.doneBytes() > 10_000_000, String.valueOf(left));
            free.set(SIZE + (2 << 20));
            tight.hub.faults().slow(0);
            assertEquals(
                    left.doneBytes(),
                    tight.fetcher.fetch(tight.wanted(), new FetchControl()).resumedBytes());
        }
    }
}
