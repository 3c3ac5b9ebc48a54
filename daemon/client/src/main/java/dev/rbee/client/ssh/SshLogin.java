package dev.rbee.client.ssh;

import org.jspecify.annotations.Nullable;

/**
 * What a login may use beside key files.
 *
 * @param password null where none was given
 * @param passphrase of encrypted key files; null where none was given
 * @param agent ask the SSH agent of the user, where one runs
 */
public record SshLogin(@Nullable String password, @Nullable String passphrase, boolean agent) {
    /** Keys and agent only. */
    public static final SshLogin KEYS = new SshLogin(null, null, true);

    /** Without its secrets. */
    @Override
    public String toString() {
        return "SshLogin[***]";
    }
}
