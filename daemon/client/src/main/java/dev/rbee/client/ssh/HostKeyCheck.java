package dev.rbee.client.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the key of one connection's host and keeps what it saw. Written by the thread that connects, read after it. */
final class HostKeyCheck implements HostKeyRepository {
    private final HostKeys known;
    private final String host;
    private final int port;
    private final Set<String> accepted;
    private volatile byte @Nullable [] met;
    private volatile HostKeys.@Nullable Verdict verdict;

    /** {@code accepted}: fingerprints that somebody has seen and trusts. */
    HostKeyCheck(HostKeys known, String host, int port, Set<String> accepted) {
        this.known = known;
        this.host = host;
        this.port = port;
        this.accepted = accepted;
    }

    /** The key it showed; null where it did not come so far. */
    byte @Nullable [] met() {
        return met;
    }

    HostKeys.@Nullable Verdict verdict() {
        return verdict;
    }

    /** Writes it down where it was new and accepted. */
    void remember() {
        byte[] key = met;
        if (key != null) {
            known.remember(host, port, key);
        }
    }

    @Override
    public int check(String name, byte[] key) {
        met = key.clone();
        HostKeys.Verdict now = known.check(host, port, key);
        verdict = now;
        return switch (now) {
            case HostKeys.Verdict.Known k -> OK;
            case HostKeys.Verdict.Unknown u -> accepted.contains(Fingerprints.of(key)) ? OK : NOT_INCLUDED;
            case HostKeys.Verdict.Changed c -> CHANGED;
        };
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    /** The keys known, so that one of their types is negotiated. */
    @Override
    public HostKey[] getHostKey(String name, String type) {
        List<HostKey> keys = new ArrayList<>();
        for (byte[] key : known.known(host, port)) {
            try {
                keys.add(new HostKey(name, key));
            } catch (JSchException e) {
                throw new IllegalStateException(e);
            }
        }
        return keys.toArray(HostKey[]::new);
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "rbee";
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new UnsupportedOperationException("keys are written down by remember() only");
    }

    @Override
    public void remove(String name, String type) {
        throw new UnsupportedOperationException("keys are never removed by a connection");
    }

    @Override
    public void remove(String name, String type, byte[] key) {
        throw new UnsupportedOperationException("keys are never removed by a connection");
    }
}
