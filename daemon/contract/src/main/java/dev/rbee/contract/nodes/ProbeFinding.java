package dev.rbee.contract.nodes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.rbee.contract.json.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Something worth saying about a machine.
 *
 * @param code for programs, {@code no_space} for instance
 */
public record ProbeFinding(
        Level level, String code, String message, @Nullable String hint) {

    /** How much it matters. */
    public enum Level {
        /** good to know */
        INFO("info"),
        /** works, but not as well as it could */
        WARNING("warning"),
        /** nothing can be installed before it is mended */
        BLOCKER("blocker");

        private final String wire;

        Level(String wire) {
            this.wire = wire;
        }

        /** The name on the wire, lower case. */
        @JsonValue
        public String wire() {
            return wire;
        }

        /** Parses a name of the wire. Throws {@link IllegalArgumentException} that lists the names there are. */
        @JsonCreator
        public static Level parse(String text) {
            return Wire.parse(values(), Level::wire, text);
        }
    }
}
