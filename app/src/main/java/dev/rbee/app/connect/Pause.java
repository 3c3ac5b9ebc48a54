package dev.rbee.app.connect;

import java.time.Duration;

/** How long it waits before it tries again to open a way: twice as long each time. Pure. */
final class Pause {
    private static final long FIRST_S = 2;
    private static final int DOUBLINGS = 4;

    private Pause() {}

    /** Before try number {@code tries}, counted from 1: 2, 4, 8, 16, 32, 32… s. */
    static Duration before(int tries) {
        return Duration.ofSeconds(FIRST_S << Math.min(Math.max(0, tries - 1), DOUBLINGS));
    }
}
