package dev.rbee.service.cli;

import dev.rbee.service.settings.EffectiveSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Daemons that start nothing: a queen is there or is not. */
final class FakeDaemons implements Daemons {
    final List<String> calls = new ArrayList<>();
    private final @Nullable String running;
    private final @Nullable String startable;
    private boolean interrupt;

    FakeDaemons(@Nullable String running, @Nullable String startable) {
        this.running = running;
        this.startable = startable;
    }

    @Override
    public Optional<String> localQueen() {
        return Optional.ofNullable(running);
    }

    @Override
    public Started start(EffectiveSettings settings) {
        calls.add("start");
        if (startable == null) {
            throw new AssertionError("nothing should be started");
        }
        return new Started() {
            @Override
            public String queenUrl() {
                return startable;
            }

            @Override
            public void close() {
                calls.add("stop");
            }
        };
    }

    @Override
    public int run(Part part, EffectiveSettings settings, Consumer<String> ready) {
        calls.add("run " + part + " " + settings.settings().queen().port());
        ready.accept("http://127.0.0.1:1");
        return 0;
    }

    @Override
    public int worker(LoneWorker worker, EffectiveSettings settings, Consumer<String> ready) {
        calls.add("worker " + worker.model() + " " + worker.port());
        ready.accept("http://127.0.0.1:2");
        return 0;
    }

    /** As if somebody pressed Ctrl-C the next time that a command listens to it. */
    void interruptOnce() {
        interrupt = true;
    }

    @Override
    public Runnable onInterrupt(BooleanSupplier handler) {
        if (interrupt) {
            interrupt = false;
            calls.add("handled " + handler.getAsBoolean());
        }
        return () -> {};
    }

    @Override
    public boolean ending() {
        return false;
    }

    @Override
    public Runnable atEnd(Runnable last) {
        return () -> {};
    }
}
