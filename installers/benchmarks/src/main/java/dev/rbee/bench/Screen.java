package dev.rbee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where windows are shown: the display there is, else an Xvfb of its own, else none. */
final class Screen implements AutoCloseable {
    private static final int FIRST = 90;
    private static final int LAST = 120;

    private final Optional<String> display;
    private final @Nullable Process own;

    private Screen(Optional<String> display, @Nullable Process own) {
        this.display = display;
        this.own = own;
    }

    static Screen open() throws IOException, InterruptedException {
        String there = System.getenv("DISPLAY");
        if (there != null && !there.isBlank()) {
            return new Screen(Optional.of(there), null);
        }
        for (int number = FIRST; number < LAST && Programs.find("Xvfb").isPresent(); number++) {
            if (!Files.exists(Path.of("/tmp/.X" + number + "-lock"))) {
                Process server = Programs.quiet(List.of(
                                "Xvfb", ":" + number, "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"))
                        .start();
                if (serves(number, server)) {
                    return new Screen(Optional.of(":" + number), server);
                }
            }
        }
        return new Screen(Optional.empty(), null);
    }

    private static boolean serves(int number, Process server) throws InterruptedException {
        for (int i = 0; i < 100 && server.isAlive(); i++) {
            if (Files.exists(Path.of("/tmp/.X11-unix/X" + number))) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        server.destroy();
        return false;
    }

    /** As {@code DISPLAY} is set; empty where there is none. */
    Optional<String> display() {
        return display;
    }

    /** The same where it {@link #sees}. */
    String name() {
        return display.orElseThrow();
    }

    /** Whether it can be told when a window is on it. */
    boolean sees() {
        return display.isPresent() && Programs.find("xdotool").isPresent();
    }

    @Override
    public void close() {
        if (own != null) {
            own.destroy();
        }
    }
}
