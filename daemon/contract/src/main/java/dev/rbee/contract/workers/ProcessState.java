package dev.rbee.contract.workers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** States of a child process at its hive. */
public enum ProcessState {
    /** alive */
    RUNNING("running"),
    /** asked to stop */
    STOPPING("stopping"),
    /** crashed; will be started again */
    WAITING("waiting"),
    /** five crashes in ten minutes */
    QUARANTINED("quarantined"),
    /** ended as asked */
    EXITED("exited");

    private final String wire;

    ProcessState(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static ProcessState parse(String text) {
        return Wire.parse(values(), ProcessState::wire, text);
    }
}
