package dev.rbee.service.hive;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.RunFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where registry and queen of this installation may be now: at the gateway that a queen told, else as their run files say, else on their usual
 * ports. Reads the disk. Thread-safe.
 */
public final class Addresses {
    private final Home home;
    private final int registryPort;
    private final int queenPort;
    private volatile @Nullable String gateway;

    /** For that home; port 0: no usual one. */
    public Addresses(Home home, int registryPort, int queenPort) {
        this.home = home;
        this.registryPort = registryPort;
        this.queenPort = queenPort;
    }

    /** From now on both answer there, at the end of a tunnel. */
    public void link(String url) {
        gateway = url;
    }

    /** Best first. */
    public List<String> registries() {
        String told = gateway;
        if (told != null) {
            return List.of(told);
        }
        Set<String> found = new LinkedHashSet<>();
        home.runFile("registry").read().map(RunFile.Content::url).ifPresent(found::add);
        if (registryPort != 0) {
            found.add("http://127.0.0.1:" + registryPort);
        }
        return List.copyOf(found);
    }

    /** Null where none is known. */
    public @Nullable String queen() {
        String told = gateway;
        if (told != null) {
            return told;
        }
        String usual = queenPort == 0 ? null : "http://127.0.0.1:" + queenPort;
        return home.runFile("queen").read().map(RunFile.Content::url).orElse(usual);
    }
}
