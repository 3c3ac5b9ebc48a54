package dev.rbee.client.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What comes in on one connection: counts, and tells when nothing more can come. Thread-safe. */
final class Wire {
    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** The same bytes, watched. */
    InputStream watch(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int at, int most) throws IOException {
                int got;
                try {
                    got = super.read(to, at, most);
                } catch (java.net.SocketTimeoutException e) {
                    throw e;
                } catch (IOException e) {
                    ended.countDown();
                    throw e;
                }
                if (got < 0) {
                    ended.countDown();
                } else {
                    received.addAndGet(got);
                }
                return got;
            }

            @Override
            public void close() throws IOException {
                ended.countDown();
                super.close();
            }
        };
    }

    /** Bytes so far. */
    long received() {
        return received.get();
    }

    /** Says that it is over. */
    void end() {
        ended.countDown();
    }

    boolean over() {
        return ended.getCount() == 0;
    }

    /** Waits for the end; false where it has not come in this time. */
    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }
}
