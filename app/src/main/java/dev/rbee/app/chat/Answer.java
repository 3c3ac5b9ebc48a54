package dev.rbee.app.chat;

import dev.rbee.contract.problem.Problem;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One answer as it grows. JavaFX thread only. */
final class Answer {
    /** How far it is. */
    enum State {
        WAITING,
        STREAMING,
        DONE,
        STOPPED,
        FAILED
    }

    /**
     * How it went.
     *
     * @param tokens of the answer
     * @param perSecond tokens, null where too few to tell
     * @param firstMs until the first one, milliseconds
     */
    record Figures(int tokens, @Nullable Double perSecond, double firstMs) {}

    /** Who answers. */
    record From(@Nullable String worker, @Nullable String hive, boolean queenless) {}

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyObjectWrapper<@Nullable From> from = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Waits.Wait> wait = new ReadOnlyObjectWrapper<>(Waits.FIRST_WORDS);
    private @Nullable Figures figures;
    private @Nullable Problem problem;

    /** What there is so far. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** How far it is; changes last, when all the rest is set. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Who answers, once known. */
    ReadOnlyObjectProperty<@Nullable From> from() {
        return from.getReadOnlyProperty();
    }

    /** What it waits for while nothing has come. */
    ReadOnlyObjectProperty<Waits.Wait> waiting() {
        return wait.getReadOnlyProperty();
    }

    @Nullable
    Figures figures() {
        return figures;
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    /** Nothing more will come. */
    boolean ended() {
        return switch (state.get()) {
            case WAITING, STREAMING -> false;
            case DONE, STOPPED, FAILED -> true;
        };
    }

    void waits(Waits.Wait now) {
        wait.set(now);
    }

    void from(From who) {
        from.set(who);
    }

    void append(String more) {
        if (!ended()) {
            text.set(text.get() + more);
            state.set(State.STREAMING);
        }
    }

    void done(Figures how) {
        figures = how;
        end(State.DONE);
    }

    void stopped(@Nullable Figures how) {
        figures = how;
        end(State.STOPPED);
    }

    void failed(Problem why) {
        problem = why;
        end(State.FAILED);
    }

    private void end(State last) {
        if (!ended()) {
            state.set(last);
        }
    }
}
