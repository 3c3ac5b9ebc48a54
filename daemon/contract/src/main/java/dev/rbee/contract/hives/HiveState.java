package dev.rbee.contract.hives;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** States of a hive. */
public enum HiveState {
    /** never seen */
    UNKNOWN("unknown"),
    /** being started */
    STARTING("starting"),
    /** beats */
    ONLINE("online"),
    /** beats, but does not work as it should: expected a GPU, runs on the CPU; counts as online */
    DEGRADED("degraded"),
    /** missed a beat */
    SUSPECT("suspect"),
    /** takes no new work */
    DRAINING("draining"),
    /** no beat for 90 s */
    OFFLINE("offline"),
    /** stopped on request */
    STOPPED("stopped"),
    /** cannot be started */
    ERROR("error");

    private final String wire;

    HiveState(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static HiveState parse(String text) {
        return Wire.parse(values(), HiveState::wire, text);
    }
}
