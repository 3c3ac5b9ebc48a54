package dev.rbee.contract.workers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** States of a worker as the queen lists them (seed 000: loading, idle, busy; the rest are the queen's own). */
public enum WorkerState {
    /** the model is being loaded */
    LOADING("loading"),
    /** no request runs */
    IDLE("idle"),
    /** at least one request runs */
    BUSY("busy"),
    /** finishes what runs, takes nothing new */
    DRAINING("draining"),
    /** a call to it failed or stalled; used last */
    SUSPECT("suspect"),
    /** no beat for 90 s */
    OFFLINE("offline");

    private final String wire;

    WorkerState(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static WorkerState parse(String text) {
        return Wire.parse(values(), WorkerState::wire, text);
    }
}
