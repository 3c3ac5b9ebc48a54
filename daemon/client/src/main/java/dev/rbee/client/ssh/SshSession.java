package dev.rbee.client.ssh;

import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A login on another machine by SSH, perhaps through others, with commands, files and tunnels. Never forwards the agent, never asks for a
 * terminal. Thread-safe.
 */
public final class SshSession implements TunnelledShell {
    private final List<Hop> hops;
    private final Hop last;
    private final Watch watch;
    private final Channels channels;
    private final Commands commands;
    private final Transfers transfers;
    private final Tunnels tunnels;

    SshSession(List<Hop> hops) {
        this.hops = List.copyOf(hops);
        last = hops.getLast();
        watch = new Watch(last.wire(), last.session(), this::end);
        channels = new Channels(last.session(), last.wire(), last.target().toString());
        commands = new Commands(channels);
        transfers = new Transfers(channels, commands);
        tunnels = new Tunnels(last.session(), channels, watch.requests());
        watch.start();
    }

    /**
     * Logs in within ten seconds in all. Asks the agent that {@code SSH_AUTH_SOCK} names, where {@code login} allows it.
     *
     * @param acceptFingerprint host keys nobody has seen are accepted when their fingerprint is this one ({@code SHA256:...}); several, with
     *     commas, for a machine behind jump hosts that are new, too. Writes nothing: see {@link #rememberHostKeys}
     * @throws ProblemException {@code ssh_unreachable}; {@code host_key_unknown} (details: JSON with {@code fingerprint}, {@code key_type},
     *     {@code host}) and {@code host_key_changed} (also {@code expected}, {@code file}), before any secret was sent; {@code ssh_login_refused}
     *     (says what was tried), {@code ssh_login_needed} (details: JSON with {@code needs}: {@code password}, {@code passphrase})
     */
    public static SshSession connect(
            SshTarget target, SshLogin login, HostKeys hostKeys, @Nullable String acceptFingerprint) {
        String socket = System.getenv("SSH_AUTH_SOCK");
        Path agent = socket == null || socket.isBlank() ? null : Path.of(socket);
        return new SshConnect(hostKeys, agent).connect(target, login, acceptFingerprint);
    }

    /** Writes the host keys of this connection down as known, those of the machines that were jumped over, too. */
    public void rememberHostKeys() {
        hops.forEach(h -> h.check().remember());
    }

    @Override
    public String fingerprint() {
        return Fingerprints.of(key());
    }

    @Override
    public String keyType() {
        return Fingerprints.type(key());
    }

    private byte[] key() {
        byte[] met = last.check().met();
        if (met == null) {
            throw new IllegalStateException("no host key was seen");
        }
        return met;
    }

    @Override
    public Ran run(String script, Duration deadline, String... args) {
        return commands.run(script, deadline, line -> {}, args);
    }

    @Override
    public Ran run(String script, Duration deadline, Consumer<String> lines, String... args) {
        return commands.run(script, deadline, lines, args);
    }

    @Override
    public void write(String path, byte[] content, int mode) {
        transfers.write(path, content, mode);
    }

    @Override
    public Optional<byte[]> read(String path, int most) {
        return transfers.read(path, most);
    }

    @Override
    public long upload(Path file, String path, LongConsumer progress, BooleanSupplier cancelled) {
        return transfers.upload(file, path, progress, cancelled);
    }

    @Override
    public int forwardLocal(int remotePort) {
        return tunnels.toThere(remotePort, 0);
    }

    @Override
    public int forwardLocal(int remotePort, int localPort) {
        return tunnels.toThere(remotePort, localPort);
    }

    @Override
    public void closeLocal(int localPort) {
        tunnels.closeLocal(localPort);
    }

    @Override
    public void forwardRemote(int remotePort, int localPort) {
        tunnels.toHere(remotePort, localPort);
    }

    @Override
    public boolean alive() {
        return channels.alive();
    }

    @Override
    public void onLost(Runnable action) {
        watch.onLost(action);
    }

    @Override
    public void close() {
        end();
    }

    private void end() {
        tunnels.close();
        hops.reversed().forEach(Hop::close);
    }

    @Override
    public String toString() {
        return "SshSession[" + last.target() + "]";
    }
}
