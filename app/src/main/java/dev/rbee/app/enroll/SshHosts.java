package dev.rbee.app.enroll;

import dev.rbee.app.words.Words;
import dev.rbee.client.ssh.HostKeys;
import dev.rbee.client.ssh.SshConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The machines that SSH knows of: those the user's configuration names, then those a known_hosts file names in clear. Reads small files. */
public final class SshHosts implements Callable<List<KnownHost>> {
    private static final Words WORDS = Words.of(SshHosts.class);

    private final Path home;
    private final String user;
    private final Path known;

    /** Of that user's home folder; {@code known} is rbee's own known_hosts. */
    public SshHosts(Path home, String user, Path known) {
        this.home = home;
        this.user = user;
        this.known = known;
    }

    @Override
    public List<KnownHost> call() {
        Map<String, KnownHost> all = new LinkedHashMap<>();
        for (SshConfig.Alias alias : SshConfig.load(home, user).aliases()) {
            String where = alias.user() + "@" + alias.host() + (alias.port() == 22 ? "" : ":" + alias.port());
            all.put(alias.alias(), new KnownHost(alias.alias(), where));
        }
        new HostKeys(known, home.resolve(".ssh").resolve("known_hosts"))
                .hosts().stream()
                        .filter(name -> !name.startsWith("["))
                        .forEach(name -> all.putIfAbsent(name, new KnownHost(name, WORDS.get("met.before"))));
        return List.copyOf(all.values());
    }
}
