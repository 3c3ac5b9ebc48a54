package dev.rbee.contract.hives;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** Where a hive runs, seen from its queen (seed 004). */
public enum HiveMode {
    /** this machine */
    LOCAL("local"),
    /** another machine */
    NETWORK("network");

    private final String wire;

    HiveMode(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static HiveMode parse(String text) {
        return Wire.parse(values(), HiveMode::wire, text);
    }
}
