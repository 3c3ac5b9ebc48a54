package dev.rbee.app.instance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** One bounded line of a stream. */
final class Line {
    private Line() {}

    /** Up to the line feed or the end. Throws {@link IOException} where it is longer than {@code most} bytes. */
    static byte[] read(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() == most) {
                throw new IOException("a line of more than " + most + " bytes");
            }
            line.write(b);
        }
        return line.toByteArray();
    }
}
