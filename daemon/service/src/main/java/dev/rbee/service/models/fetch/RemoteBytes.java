package dev.rbee.service.models.fetch;

import dev.rbee.contract.gguf.ByteSource;
import java.io.IOException;
import okhttp3.HttpUrl;

/** A file far away, read piece by piece: what is fetched is a little more than what is asked for, and kept. One thread; blocks. */
final class RemoteBytes implements ByteSource {
    private static final int FIRST = 256 << 10;
    private static final int LARGEST = 4 << 20;
    /** No header is so large, bytes. */
    private static final long MOST = 256L << 20;

    private final Web web;
    private final FetchSource source;
    private final HttpUrl address;
    private final long size;
    private byte[] block = new byte[0];
    private long start;
    private int step = FIRST;
    private long fetched;

    RemoteBytes(Web web, FetchSource source, HttpUrl address, long size) {
        this.web = web;
        this.source = source;
        this.address = address;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, byte[] into, int from, int length) throws IOException {
        if (at < 0 || at >= size) {
            return -1;
        }
        if (at < start || at >= start + block.length) {
            fetch(at);
        }
        int place = (int) (at - start);
        int count = Math.min(length, block.length - place);
        System.arraycopy(block, place, into, from, count);
        return count;
    }

    private void fetch(long at) throws IOException {
        boolean onward = at == start + block.length && block.length > 0;
        step = onward ? Math.min(LARGEST, step * 2) : FIRST;
        int count = (int) Math.min(step, size - at);
        fetched += count;
        if (fetched > MOST) {
            throw new IOException("the header does not end");
        }
        block = web.range(source, address, at, count);
        start = at;
        if (block.length == 0) {
            throw new IOException("nothing came");
        }
    }
}
