package dev.rbee.app.enroll;

/**
 * A machine to choose from.
 *
 * @param name what to write as address: an alias, a host
 * @param words what is known of it, {@code vince@192.168.1.20, from your SSH configuration}; empty where nothing is
 */
public record KnownHost(String name, String words) {
    @Override
    public String toString() {
        return name;
    }
}
