package dev.rbee.contract.jobs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** States of a job. */
public enum JobState {
    /** at work */
    RUNNING("running"),
    /** ended well */
    DONE("done"),
    /** ended badly */
    FAILED("failed"),
    /** ended on request */
    CANCELLED("cancelled");

    private final String wire;

    JobState(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static JobState parse(String text) {
        return Wire.parse(values(), JobState::wire, text);
    }
}
