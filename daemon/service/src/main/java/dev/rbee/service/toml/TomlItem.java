package dev.rbee.service.toml;

import java.util.List;

/**
 * A piece of a TOML text: a header or a value with its key.
 *
 * @param path full name, sections included
 * @param start of its line, or of its first character where something stands before it
 * @param valueStart of the value; of a header, where its line goes on after it
 * @param valueEnd after the value
 * @param end after its line, line end included
 * @param array number of the list's table it stands in or is the header of, from 0; -1: in none
 */
record TomlItem(Kind kind, List<String> path, int start, int valueStart, int valueEnd, int end, int array) {
    /** What it is. */
    enum Kind {
        /** {@code [name]} */
        TABLE,
        /** {@code [[name]]} */
        ARRAY,
        /** {@code key = value} */
        VALUE
    }

    boolean isValue(List<String> name) {
        return kind == Kind.VALUE && array < 0 && path.equals(name);
    }
}
