package dev.rbee.app.connect;

import dev.rbee.contract.info.Version;
import org.jspecify.annotations.Nullable;

/**
 * How the application stands with the queen it is connected to.
 *
 * @param to which one
 * @param chatsOnly whether the key opens no more than chats
 * @param version of the queen; null until it is known, and for this machine's
 */
public record Standing(
        Connection to, boolean chatsOnly, @Nullable String version) {
    /** Not known yet. */
    static Standing before(Connection to) {
        return new Standing(to, false, null);
    }

    /** Whether it is this machine's own queen. */
    public boolean here() {
        return to instanceof Connection.Here;
    }

    /** Whether the queen is of another version than this application. */
    public boolean otherVersion() {
        return version != null && !version.equals(Version.CURRENT);
    }
}
