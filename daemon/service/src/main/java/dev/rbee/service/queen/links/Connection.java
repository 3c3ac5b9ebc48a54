package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.nodes.Node;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.settings.DeclaredHive;
import org.jspecify.annotations.Nullable;

/**
 * The login on one machine with its tunnels and the gateway they lead to. Changed by one thread at a time, under its link's lock; {@link #now} and
 * {@link #cut} are for any thread.
 */
final class Connection {
    private final LinkParts parts;
    private final String name;
    private final Tunnels tunnels;
    private final Runnable onLost;
    private volatile @Nullable TunnelledShell shell;
    private @Nullable Gateway gateway;

    /** @param onLost called when it breaks, on any thread; must not block */
    Connection(LinkParts parts, String name, Tunnels tunnels, Runnable onLost) {
        this.parts = parts;
        this.name = name;
        this.tunnels = tunnels;
        this.onLost = onLost;
    }

    /** The login that holds; null where there is none. */
    @Nullable
    TunnelledShell now() {
        TunnelledShell there = shell;
        return there != null && there.alive() ? there : null;
    }

    /** True where there was a login and it is gone. */
    boolean broken() {
        TunnelledShell there = shell;
        return there != null && !there.alive();
    }

    /** The login that holds, or a new one; blocks. Throws what logging in throws. */
    TunnelledShell made(JobContext job) {
        TunnelledShell there = now();
        if (there != null) {
            return there;
        }
        letGo();
        job.progress(0.01, "Connecting");
        TunnelledShell fresh = login();
        over(fresh);
        return fresh;
    }

    /** A login of its own, without tunnels; the caller closes it. */
    TunnelledShell login() {
        Node node = parts.node(name);
        String declaredKey =
                parts.machines().declared(name).map(DeclaredHive::hostKey).orElse(null);
        TunnelledShell fresh = parts.machines()
                .connector()
                .connect(Way.to(node), parts.logins().of(name), declaredKey, declaredKey != null);
        parts.notes().connected(name, parts.clock().instant());
        return fresh;
    }

    /** Leads the tunnels over that login, which belongs to this from now on; it is closed where that fails. */
    void over(TunnelledShell fresh) {
        boolean done = false;
        try {
            tunnels.over(fresh);
            Gateway own = gateway == null ? Gateway.start(parts.gateway(), name, tunnels) : gateway;
            gateway = own;
            own.reachedAt(GatewayPorts.open(fresh, parts.owner(), name, own.port()));
            shell = fresh;
            done = true;
        } finally {
            if (!done) {
                tunnels.lost(fresh);
                fresh.close();
            }
        }
        fresh.onLost(onLost);
    }

    /** What the machine reaches the queen through. */
    Gateway gateway() {
        Gateway open = gateway;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }

    /** Ends the login. */
    void letGo() {
        TunnelledShell there = shell;
        shell = null;
        if (there != null) {
            tunnels.lost(there);
            there.close();
        }
    }

    /** Cuts the login under whoever waits for the machine. */
    void cut() {
        TunnelledShell there = shell;
        if (there != null) {
            there.close();
        }
    }

    /** Ends the login and the gateway. */
    void close() {
        letGo();
        if (gateway != null) {
            gateway.close();
        }
    }
}
