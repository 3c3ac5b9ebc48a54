package dev.rbee.worker.serve;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.Engine;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The worker's state and its only owner: loading, then serving, then draining. Thread-safe; never blocks. */
public final class Life {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Engine engine;
    private boolean draining;

    /** Called after every change, on the thread that made it; must not block. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Now. */
    public synchronized Phase phase() {
        return draining ? Phase.DRAINING : engine == null ? Phase.LOADING : Phase.SERVING;
    }

    /** The model is loaded. */
    public void loaded(Engine loaded) {
        synchronized (this) {
            engine = loaded;
        }
        changed();
    }

    /** Takes nothing new from now on; false where that was so already. */
    public boolean drain() {
        synchronized (this) {
            if (draining) {
                return false;
            }
            draining = true;
        }
        changed();
        return true;
    }

    /** Tells the listeners that something else of interest changed, the use of slots for instance. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }

    /** The engine, also while draining; null while loading. */
    public synchronized @Nullable Engine engine() {
        return engine;
    }

    /** The engine, for new work. Throws {@code model_loading} or {@code draining}. */
    public synchronized Engine open() {
        switch (phase()) {
            case LOADING ->
                throw ProblemException.of(
                        ProblemCode.MODEL_LOADING,
                        "The worker is still loading its model.",
                        "Try again in a moment; GET /health says \"ok\" when it is ready.");
            case DRAINING ->
                throw ProblemException.of(
                        ProblemCode.DRAINING,
                        "The worker finishes what it has and takes nothing new.",
                        "Ask another worker.");
            case SERVING -> {}
        }
        return Objects.requireNonNull(engine);
    }
}
