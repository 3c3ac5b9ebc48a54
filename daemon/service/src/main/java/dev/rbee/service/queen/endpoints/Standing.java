package dev.rbee.service.queen.endpoints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attached server stands; immutable.
 *
 * @param seen what the last good look found, or what is remembered from before the start
 * @param fresh whether {@code seen} is of this time online
 * @param failures bad looks in a row
 * @param message why it is not online
 */
record Standing(
        State state,
        @Nullable Seen seen,
        boolean fresh,
        int failures,
        @Nullable String message,
        @Nullable Instant lastSeen) {
    /** Its states on the wire. */
    enum State {
        ONLINE("online"),
        OFFLINE("offline"),
        REFUSED("refused");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    private static final int USUAL_S = 15;
    private static final int LONGEST_S = 30;

    /** Before the first look. */
    static Standing remembered(@Nullable Seen seen, @Nullable Instant lastSeen) {
        return new Standing(State.OFFLINE, seen, false, 0, "It has not been asked yet.", lastSeen);
    }

    Standing good(Seen now, Instant at) {
        return new Standing(State.ONLINE, now, true, 0, null, at);
    }

    Standing bad(Unseen why) {
        State next = why.refused() ? State.REFUSED : State.OFFLINE;
        return new Standing(next, seen, false, failures + 1, why.said(), lastSeen);
    }

    /** It is silent, but it works on answers of ours: some can do only one thing at a time. */
    Standing busy() {
        return new Standing(state, seen, fresh, failures + 1, message, lastSeen);
    }

    /** Seconds until the next look: soon after it went away, then ever less often. */
    int nextS() {
        return state == State.ONLINE ? USUAL_S : Math.min(LONGEST_S, 1 << Math.min(failures, 5));
    }
}
