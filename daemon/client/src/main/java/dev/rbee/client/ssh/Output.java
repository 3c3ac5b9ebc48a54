package dev.rbee.client.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One output of a command, read by a thread of its own: cleaned, cut to its end, and given out line by line. What a login's own start-up files
 * print before the {@code mark} is dropped.
 */
final class Output {
    /** Characters that are kept. */
    static final int KEPT = 256 * 1024;

    private static final int LONGEST_LINE = 8192;

    private final String mark;
    private final Consumer<String> lines;
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Cleaner cleaner = new Cleaner();
    private final Thread reader;
    private @Nullable StringBuilder beforeMark = new StringBuilder();
    private volatile String marked = "";

    /** Starts to read at once. {@code mark} stands before what the mark's line says. */
    Output(InputStream in, String mark, Consumer<String> lines) {
        this.mark = mark;
        this.lines = lines;
        reader = Thread.ofVirtual().name("ssh-output").start(() -> read(in));
    }

    private void read(InputStream in) {
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            char[] buffer = new char[8192];
            for (int got = text.read(buffer); got >= 0; got = text.read(buffer)) {
                take(new String(buffer, 0, got));
            }
        } catch (IOException e) {
            // the connection went; whoever waits for the command sees that
        }
        StringBuilder never = beforeMark;
        if (never != null) {
            beforeMark = null;
            clean(never);
        }
        if (!line.isEmpty()) {
            lines.accept(line.toString());
        }
    }

    private void take(String text) {
        StringBuilder before = beforeMark;
        if (before == null) {
            clean(text);
            return;
        }
        before.append(text);
        int at = before.indexOf(mark);
        int end = at < 0 ? -1 : before.indexOf("\n", at);
        if (end >= 0) {
            marked = before.substring(at + mark.length(), end);
            beforeMark = null;
            clean(before.substring(end + 1));
        } else if (before.length() > KEPT) {
            beforeMark = null;
            clean(before);
        }
    }

    private void clean(CharSequence text) {
        StringBuilder clean = new StringBuilder();
        cleaner.clean(text, clean);
        synchronized (kept) {
            kept.append(clean);
            if (kept.length() > 2 * KEPT) {
                kept.delete(0, kept.length() - KEPT);
            }
        }
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == '\n' || line.length() >= LONGEST_LINE) {
                lines.accept(line.toString());
                line.setLength(0);
            }
            if (c != '\n') {
                line.append(c);
            }
        }
    }

    /** What stood behind the mark; empty before it came. */
    String marked() {
        return marked;
    }

    /** Waits for the end; false where it has not come in this time. */
    boolean await(java.time.Duration most) throws InterruptedException {
        return reader.join(most);
    }

    /** The end of what came so far. */
    String text() {
        synchronized (kept) {
            return kept.length() > KEPT ? kept.substring(kept.length() - KEPT) : kept.toString();
        }
    }
}
