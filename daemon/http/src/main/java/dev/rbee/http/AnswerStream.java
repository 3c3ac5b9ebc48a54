package dev.rbee.http;

import java.io.IOException;
import java.io.OutputStream;

/** An answer's output: a failed write is the client's leaving. */
final class AnswerStream extends OutputStream {
    private final OutputStream out;
    private final Disconnect disconnect;

    AnswerStream(OutputStream out, Disconnect disconnect) {
        this.out = out;
        this.disconnect = disconnect;
    }

    @Override
    public void write(int b) throws ClientGone {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws ClientGone {
        try {
            out.write(bytes, from, length);
        } catch (IOException | RuntimeException e) {
            throw gone(e);
        }
    }

    @Override
    public void flush() throws ClientGone {
        try {
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw gone(e);
        }
    }

    private ClientGone gone(Exception e) {
        disconnect.fire();
        return new ClientGone(e);
    }

    @Override
    public void close() throws ClientGone {
        flush();
    }
}
