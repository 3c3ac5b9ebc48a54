package dev.rbee.contract.json;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of enums as they travel. */
public final class Wire {
    private Wire() {}

    /** The value whose wire name is {@code text}, case ignored; throws {@link IllegalArgumentException} naming all of them. */
    public static <E> E parse(E[] values, Function<E, String> wire, String text) {
        for (E value : values) {
            if (wire.apply(value).equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown value \"" + text + "\"; known are "
                + Arrays.stream(values).map(wire).collect(Collectors.joining(", ")));
    }
}
