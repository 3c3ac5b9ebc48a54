package dev.rbee.worker.boot;

import java.io.IOException;
import java.io.InputStream;

/** Watches stdin: its end is the end of whoever started this process, and then of this process, at once. */
final class Lifeline {
    private Lifeline() {}

    static void watch(InputStream in) {
        Thread.ofPlatform().daemon().name("lifeline").start(() -> {
            byte[] ignored = new byte[256];
            try {
                while (in.read(ignored) >= 0) {
                    // nothing more is expected
                }
            } catch (IOException e) {
                // the same as the end
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
