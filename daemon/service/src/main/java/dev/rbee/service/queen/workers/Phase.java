package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.WorkerState;

/** What the queen holds of a worker's life; idle and busy are both {@link #SERVING} and told apart by the slots in use. */
enum Phase {
    LOADING,
    SERVING,
    DRAINING,
    SUSPECT,
    OFFLINE;

    /** The state on the wire with so many slots in use. */
    WorkerState state(int busy) {
        return switch (this) {
            case LOADING -> WorkerState.LOADING;
            case SERVING -> busy > 0 ? WorkerState.BUSY : WorkerState.IDLE;
            case DRAINING -> WorkerState.DRAINING;
            case SUSPECT -> WorkerState.SUSPECT;
            case OFFLINE -> WorkerState.OFFLINE;
        };
    }

    /** The phase of a state that somebody reports. */
    static Phase of(WorkerState state) {
        return switch (state) {
            case LOADING -> LOADING;
            case IDLE, BUSY -> SERVING;
            case DRAINING -> DRAINING;
            case SUSPECT -> SUSPECT;
            case OFFLINE -> OFFLINE;
        };
    }
}
