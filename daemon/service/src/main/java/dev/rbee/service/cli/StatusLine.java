package dev.rbee.service.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line on the screen that says what is being waited for; nothing where errors do not go to a screen. Thread-safe. */
final class StatusLine implements AutoCloseable {
    private static final int BAR = 24;

    private final PrintStream err;
    private final boolean shown;
    private boolean dirty;

    StatusLine(Output output) {
        Terminal terminal = output.terminal();
        this.err = terminal.err();
        this.shown = terminal.errTty() && terminal.color() && !output.json();
    }

    /** Shows the text, with a bar where the progress (0 to 1) is known. */
    synchronized void show(String text, @Nullable Double progress) {
        if (shown) {
            err.print("\r\u001b[K" + line(text, progress));
            err.flush();
            dirty = true;
        }
    }

    static String line(String text, @Nullable Double progress) {
        if (progress == null) {
            return text + " …";
        }
        double part = Math.clamp(progress, 0, 1);
        int full = (int) Math.round(part * BAR);
        return String.format(
                Locale.ROOT, "%s%s %3.0f %%  %s", "█".repeat(full), "░".repeat(BAR - full), part * 100, text);
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (dirty) {
            err.print("\r\u001b[K");
            err.flush();
            dirty = false;
        }
    }
}
