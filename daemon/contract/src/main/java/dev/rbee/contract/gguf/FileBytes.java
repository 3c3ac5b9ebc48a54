package dev.rbee.contract.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, as long as it was when it was opened. */
final class FileBytes implements ByteSource {
    private final FileChannel channel;
    private final long size;

    FileBytes(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, byte[] into, int from, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(into, from, length), at);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
