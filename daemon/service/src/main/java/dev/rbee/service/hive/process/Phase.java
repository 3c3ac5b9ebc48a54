package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.ProcessState;

/** Where a worker's life stands, finer than the wire says. */
enum Phase {
    /** the process runs, its port does not answer yet */
    STARTING(true, false, ProcessState.RUNNING),
    /** it listens and loads the model */
    LOADING(true, false, ProcessState.RUNNING),
    /** never served in time: killed, its end is awaited */
    OVERDUE(true, false, ProcessState.RUNNING),
    /** it serves */
    UP(true, false, ProcessState.RUNNING),
    /** asked to finish and end */
    DRAINING(true, true, ProcessState.STOPPING),
    /** told to end: stdin closed, SIGTERM sent */
    TERMINATING(true, true, ProcessState.STOPPING),
    /** killed, its end is awaited */
    KILLING(true, true, ProcessState.STOPPING),
    /** crashed, will be started again */
    WAITING(false, false, ProcessState.WAITING),
    /** its model crashed too often */
    QUARANTINED(false, false, ProcessState.QUARANTINED),
    /** ended for good */
    EXITED(false, false, ProcessState.EXITED);

    private final boolean alive;
    private final boolean stopping;
    private final ProcessState wire;

    Phase(boolean alive, boolean stopping, ProcessState wire) {
        this.alive = alive;
        this.stopping = stopping;
        this.wire = wire;
    }

    /** There is a process. */
    boolean alive() {
        return alive;
    }

    /** Its end is wanted. */
    boolean stopping() {
        return stopping;
    }

    ProcessState wire() {
        return wire;
    }
}
