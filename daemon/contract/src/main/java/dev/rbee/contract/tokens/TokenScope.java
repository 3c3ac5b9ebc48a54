package dev.rbee.contract.tokens;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** What a user's token opens. */
public enum TokenScope {
    /** everything */
    ADMIN("admin"),
    /** the inference routes and the list of models */
    INFERENCE("inference");

    private final String wire;

    TokenScope(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static TokenScope parse(String text) {
        return Wire.parse(values(), TokenScope::wire, text);
    }
}
