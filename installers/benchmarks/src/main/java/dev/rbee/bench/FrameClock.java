package dev.rbee.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Takes the time of each frame: from one to the next, what the UI thread did for it, from the first animation to the end of layout, and the
 * time of the processor that the UI thread had from one to the next, which depends little on what else the machine does. JavaFX thread only.
 */
final class FrameClock {
    private final List<Double> between = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Scene scene;
    private final Runnable laidOut = this::laidOut;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private long last;
    private long lastCpu;

    FrameClock(Scene scene) {
        this.scene = scene;
    }

    void begin() {
        last = 0;
        scene.addPostLayoutPulseListener(laidOut);
        timer.start();
    }

    void end() {
        timer.stop();
        scene.removePostLayoutPulseListener(laidOut);
    }

    private void frame() {
        long now = System.nanoTime();
        long spent = threads.getCurrentThreadCpuTime();
        if (last != 0) {
            between.add((now - last) / 1e6);
            cpu.add((spent - lastCpu) / 1e6);
        }
        last = now;
        lastCpu = spent;
    }

    private void laidOut() {
        if (last != 0) {
            work.add((System.nanoTime() - last) / 1e6);
        }
    }

    int count() {
        return between.size();
    }

    Figures between() {
        return new Figures(between.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Figures work() {
        return new Figures(work.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Figures cpu() {
        return new Figures(cpu.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Share of one core that the UI thread had, 0 to 1. */
    double busy() {
        return cpu.stream().mapToDouble(Double::doubleValue).sum()
                / between.stream().mapToDouble(Double::doubleValue).sum();
    }
}
