package dev.rbee.contract.workers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A device as callers write it: a number (seed 000) or a name such as {@code GPU-0} or {@code cpu} (seed 001).
 * It is given back the way it came.
 */
public record Device(String name) {
    /** From a JSON number or string. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Device of(Object value) {
        if (value instanceof Integer || value instanceof String) {
            return new Device(value.toString());
        }
        throw new IllegalArgumentException("a device is a number or a name");
    }

    /** The JSON form: a number where the name is one. */
    @JsonValue
    public Object wire() {
        return name.matches("\\d{1,9}") ? (Object) Integer.valueOf(name) : name;
    }
}
