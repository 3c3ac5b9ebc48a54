package dev.rbee.app.home;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.state.AppState;
import dev.rbee.app.workers.WorkerWords;
import java.util.Locale;

/** Which of the first steps are done, remembered, because a worker that was stopped was started all the same. JavaFX thread only. */
final class Progress {
    /** The first steps, in their order. */
    enum Step {
        MODEL,
        MACHINE,
        ELSEWHERE
    }

    private static final String DONE = "home.step.";
    private static final String HIDDEN = "home.steps.hidden";

    private final AppState state;

    Progress(AppState state) {
        this.state = state;
    }

    /** Looks what is done by now. */
    void see(FleetView view) {
        if (view.workers().values().stream().anyMatch(WorkerWords::chats)) {
            done(Step.MODEL);
        }
        if (view.hives().size() > 1) {
            done(Step.MACHINE);
        }
    }

    void done(Step step) {
        if (!is(step)) {
            state.put(key(step), true);
        }
    }

    boolean is(Step step) {
        return state.flag(key(step), false);
    }

    /** Whether there is anything left to show. */
    boolean open() {
        boolean all = true;
        for (Step step : Step.values()) {
            all &= is(step);
        }
        return !all && !state.flag(HIDDEN, false);
    }

    void hide() {
        state.put(HIDDEN, true);
    }

    /** Shows all of them again, as if nothing was done yet. */
    void again() {
        state.remove(HIDDEN);
        for (Step step : Step.values()) {
            state.remove(key(step));
        }
    }

    private static String key(Step step) {
        return DONE + step.name().toLowerCase(Locale.ROOT);
    }
}
