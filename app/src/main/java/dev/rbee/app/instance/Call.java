package dev.rbee.app.instance;

import java.util.List;

/**
 * What a second start asks of the first one.
 *
 * @param secret shows that the caller may read the first one's private files
 * @param arguments what it was started with; files with their whole paths
 */
record Call(String secret, List<String> arguments) {
    /** Without the arguments: links say what somebody wants to say. */
    @Override
    public String toString() {
        return "Call[" + arguments.size() + "]";
    }
}
