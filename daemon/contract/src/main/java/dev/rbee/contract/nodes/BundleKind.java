package dev.rbee.contract.nodes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;

/** How rbee gets onto a machine. */
public enum BundleKind {
    /** a bundle for its system with a Java of its own */
    NATIVE("native"),
    /** jars, run by the Java that is there */
    PORTABLE("portable"),
    /** built there from the repository its node names */
    GIT("git");

    private final String wire;

    BundleKind(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, lower case. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
    @JsonCreator
    public static BundleKind parse(String text) {
        return Wire.parse(values(), BundleKind::wire, text);
    }
}
