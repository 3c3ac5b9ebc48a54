package dev.rbee.contract.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** The kinds of components the registry knows (seed 003). */
public enum ComponentType {
    /** a machine */
    HIVE("hive"),
    /** a loaded model */
    WORKER("worker"),
    /** the orchestrator */
    QUEEN("queen"),
    /** the application */
    GUI("gui");

    private final String wire;

    ComponentType(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static ComponentType parse(String text) {
        return Wire.parse(values(), ComponentType::wire, text);
    }
}
