package dev.rbee.service.hive;

import dev.rbee.http.Exchange;
import dev.rbee.service.models.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Answers with a file or one range of it; If-Range with the hash keeps parts of different files apart. Blocks while it is read. */
final class FileAnswer {
    private static final int PIECE = 256 * 1024;

    private FileAnswer() {}

    static void send(Exchange x, ModelFile.Stamp file, String sha256) throws IOException {
        String tag = "\"" + sha256 + "\"";
        boolean ranged = x.header("If-Range").map(tag::equals).orElse(true);
        Optional<ByteRange> asked = ByteRange.of(ranged ? x.header("Range") : Optional.empty(), file.size());
        x.responseHeader("ETag", tag);
        x.responseHeader("Accept-Ranges", "bytes");
        if (asked.isEmpty()) {
            x.responseHeader("Content-Range", "bytes */" + file.size());
            x.send(416, "application/octet-stream", new byte[0]);
            return;
        }
        ByteRange range = asked.get();
        if (range.partial()) {
            x.responseHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.size());
        }
        x.responseHeader("Content-Length", Long.toString(range.length()));
        try (FileChannel in = FileChannel.open(Path.of(file.path()));
                OutputStream out = x.stream(range.partial() ? 206 : 200, "application/octet-stream")) {
            copy(in.position(range.first()), out, range.length());
        }
    }

    private static void copy(FileChannel in, OutputStream out, long length) throws IOException {
        WritableByteChannel channel = Channels.newChannel(out);
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        long left = length;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(PIECE, left));
            int n = in.read(buffer);
            if (n < 0) {
                throw new IOException("the file became shorter while it was sent");
            }
            channel.write(buffer.flip());
            left -= n;
        }
        out.flush();
    }
}
