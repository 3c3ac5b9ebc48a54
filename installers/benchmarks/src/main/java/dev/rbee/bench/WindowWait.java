package dev.rbee.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for a window, as the display sees it: by {@code xdotool}, which asks it again and again. */
final class WindowWait {
    private static final long PATIENCE_S = 60;

    private WindowWait() {}

    /** Seconds from {@code since}, a {@link System#nanoTime}, until a window is shown whose {@code by} is like {@code pattern}. Blocks until then. */
    static double seconds(String display, String by, String pattern, long since) throws Exception {
        ProcessBuilder builder = Programs.quiet(List.of("xdotool", "search", "--sync", "--onlyvisible", by, pattern));
        builder.environment().put("DISPLAY", display);
        Process search = builder.start();
        if (!search.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            search.destroy();
            throw new AssertionError("no window like " + pattern);
        }
        return (System.nanoTime() - since) / 1e9;
    }
}
