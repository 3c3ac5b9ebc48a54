package dev.rbee.client.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SSHAgentConnector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The keys one login may use, decrypted, best first: files, then what the agent holds. OpenSSH's servers end a connection after six attempts, so
 * only the first ones are offered. Remembers in words what it found. Not thread-safe.
 */
final class Identities implements IdentityRepository {
    private static final int MOST = 5;

    private final List<Identity> keys = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private final List<Path> locked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** Reads files and asks the agent; blocks shortly. */
    Identities(SshTarget target, SshLogin login, @Nullable Path agentSocket) {
        for (Path file : target.keys()) {
            file(file, login.passphrase());
        }
        if (login.agent() && agentSocket != null && Files.exists(agentSocket)) {
            agent(agentSocket);
        }
    }

    private void file(Path file, @Nullable String passphrase) {
        if (!Files.isReadable(file)) {
            faults.add("key " + file + (Files.exists(file) ? " cannot be read" : " does not exist"));
            return;
        }
        try {
            JSch loader = new JSch();
            loader.addIdentity(file.toString());
            Identity key = loader.getIdentityRepository().getIdentities().getFirst();
            if (key.isEncrypted()) {
                if (passphrase == null) {
                    locked.add(file);
                    return;
                }
                if (!key.setPassphrase(passphrase.getBytes(StandardCharsets.UTF_8))) {
                    faults.add("the passphrase does not open key " + file);
                    return;
                }
            }
            offer(key, "key " + file);
        } catch (JSchException e) {
            faults.add("key " + file + " is no private key that rbee can read");
        }
    }

    private void agent(Path socket) {
        try {
            int held = 0;
            for (Identity key : new AgentIdentityRepository(new SSHAgentConnector(socket)).getIdentities()) {
                offer(key, null);
                held++;
            }
            tried.add(
                    held == 0
                            ? "the SSH agent (it holds no key)"
                            : held == 1 ? "the SSH agent's key" : "the SSH agent's " + held + " keys");
        } catch (AgentProxyException e) {
            faults.add("the SSH agent does not answer");
        }
    }

    private void offer(Identity key, @Nullable String words) {
        byte[] blob = key.getPublicKeyBlob();
        boolean twice = blob != null && keys.stream().anyMatch(k -> Arrays.equals(blob, k.getPublicKeyBlob()));
        if (keys.size() < MOST && !twice) {
            keys.add(key);
        }
        if (words != null) {
            tried.add(words);
        }
    }

    boolean any() {
        return !keys.isEmpty();
    }

    /** What was used, for people. */
    List<String> tried() {
        return tried;
    }

    /** What could not be used, for people. */
    List<String> faults() {
        return faults;
    }

    /** Encrypted files nobody gave a passphrase for. */
    List<Path> locked() {
        return locked;
    }

    @Override
    public String getName() {
        return "rbee";
    }

    @Override
    public int getStatus() {
        return RUNNING;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // jsch's interface
    public Vector<Identity> getIdentities() {
        return new Vector<>(keys);
    }

    @Override
    public boolean add(byte[] identity) {
        return false;
    }

    @Override
    public boolean remove(byte[] blob) {
        return false;
    }

    @Override
    public void removeAll() {
        keys.forEach(Identity::clear);
        keys.clear();
    }
}
