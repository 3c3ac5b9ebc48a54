package dev.rbee.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Bad habits of a {@link HubServer}, off at first. Those with {@code times} end by themselves. Thread-safe; each counts from the next request. */
public final class HubFaults {
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger hubRefusals = new AtomicInteger();
    private volatile long cutAfter;
    private volatile int refusal = 503;
    private volatile @Nullable String retryAfter;
    private volatile int hubRefusal = 503;
    private volatile @Nullable String hubRetryAfter;
    volatile long bytesPerSecond;
    volatile long stallAfter = -1;
    volatile boolean wrongContent;
    volatile boolean noRanges;
    volatile boolean wrongRanges;
    volatile boolean noLength;
    volatile boolean noEtag;
    volatile boolean weakEtag;
    volatile long lie;
    volatile int linkUses = Integer.MAX_VALUE;
    volatile @Nullable String redirect;

    HubFaults() {}

    /** The storage cuts the next answers after so many bytes of their body. */
    public void cut(long afterBytes, int times) {
        cutAfter = afterBytes;
        cuts.set(times);
    }

    /** The storage answers the next requests so. */
    public void refuse(int status, int times, @Nullable String retryAfterHeader) {
        refusal = status;
        retryAfter = retryAfterHeader;
        refusals.set(times);
    }

    /** The hub itself answers the next requests so. */
    public void refuseAtHub(int status, int times, @Nullable String retryAfterHeader) {
        hubRefusal = status;
        hubRetryAfter = retryAfterHeader;
        hubRefusals.set(times);
    }

    /** So slow, each connection for itself; 0 is as fast as it can be. */
    public void slow(long bytesPerSecondAndConnection) {
        bytesPerSecond = bytesPerSecondAndConnection;
    }

    /** Every answer falls silent after so many bytes of its body, until another value is set; -1 is never. */
    public void stall(long afterBytes) {
        stallAfter = afterBytes;
    }

    /** The storage sends other bytes than it should. */
    public void wrongContent(boolean on) {
        wrongContent = on;
    }

    /** The storage always sends the whole file. */
    public void noRanges(boolean on) {
        noRanges = on;
    }

    /** The storage sends another range than was asked for, and says so. */
    public void wrongRanges(boolean on) {
        wrongRanges = on;
    }

    /** Whole files come without a length. */
    public void noLength(boolean on) {
        noLength = on;
    }

    /** Storage and hub send no etag. */
    public void noEtag(boolean on) {
        noEtag = on;
    }

    /** Etags are weak ones. */
    public void weakEtag(boolean on) {
        weakEtag = on;
    }

    /** Lengths are said to be so much more (or, negative, less) than they are. */
    public void lie(long bytes) {
        lie = bytes;
    }

    /** A signed address of the storage is good for so many requests; 403 then. */
    public void linksExpireAfter(int uses) {
        linkUses = uses;
    }

    /** The hub redirects to that address instead of its storage; null ends it. */
    public void redirectTo(@Nullable String url) {
        redirect = url;
    }

    /** After how many bytes this answer is cut; -1: not. */
    long nextCut() {
        return take(cuts) ? cutAfter : -1;
    }

    /** The status of a refusal, 0 where there is none; what goes with it into {@code headers}. */
    int nextRefusal(boolean hub, Map<String, String> headers) {
        if (!take(hub ? hubRefusals : refusals)) {
            return 0;
        }
        String after = hub ? hubRetryAfter : retryAfter;
        int status = hub ? hubRefusal : refusal;
        if (after != null) {
            headers.put("Retry-After", after);
        }
        if (status == 429) {
            headers.put("RateLimit", "\"resolvers\";r=0;t=" + (after == null ? "1" : after));
        }
        return status;
    }

    private static boolean take(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
