package dev.rbee.contract.workers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** What a worker says of itself in its heartbeat (seed 001). */
public enum WorkerStatus {
    /** loads its model */
    STARTING("starting"),
    /** has a free slot */
    READY("ready"),
    /** all slots are taken */
    BUSY("busy"),
    /** drains */
    STOPPING("stopping"),
    /** says goodbye */
    STOPPED("stopped");

    private final String wire;

    WorkerStatus(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static WorkerStatus parse(String text) {
        return Wire.parse(values(), WorkerStatus::wire, text);
    }
}
