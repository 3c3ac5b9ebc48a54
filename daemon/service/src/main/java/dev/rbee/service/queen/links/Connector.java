package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.SshLogin;
import dev.rbee.client.ssh.TunnelledShell;
import org.jspecify.annotations.Nullable;

/** Logs in to machines. Thread-safe; blocks. */
public interface Connector {
    /** The same way with what the SSH configuration and the defaults of the queen's user add: user and port are there afterwards. */
    Way resolved(Way way);

    /**
     * Logs in, within ten seconds or so. Throws {@link dev.rbee.contract.problem.ProblemException}: {@code ssh_unreachable},
     * {@code ssh_login_refused}, {@code ssh_login_needed}, {@code host_key_unknown}, {@code host_key_changed}.
     *
     * @param accept {@code SHA256:...} of a host key that is to be trusted; null: only known ones are
     * @param remember write an accepted key down as known
     */
    TunnelledShell connect(Way way, SshLogin login, @Nullable String accept, boolean remember);
}
