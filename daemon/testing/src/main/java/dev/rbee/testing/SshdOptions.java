package dev.rbee.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a machine of {@link Sshd} shall be. Not thread-safe; made for one test. */
public final class SshdOptions {
    final Path folder;
    final Map<String, String> environment = new LinkedHashMap<>();
    final StringBuilder more = new StringBuilder();

    @Nullable
    String prependedPath;

    @Nullable
    String password;

    boolean keyLogin = true;
    boolean readOnlyHome;
    long smallDisk;
    long fileSizeLimit;

    SshdOptions(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Folders that stand before the others in PATH, with shims for {@code uname} and the like. */
    public SshdOptions path(String prepend) {
        prependedPath = prepend;
        return this;
    }

    /** A variable in every command's environment. */
    public SshdOptions environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** This password opens it too. Needs name spaces (root, or a system that lets users make them). */
    public SshdOptions password(String value) {
        password = value;
        return this;
    }

    /** No key opens it. */
    public SshdOptions noKeys() {
        keyLogin = false;
        return this;
    }

    /** The home cannot be written to. Needs name spaces. */
    public SshdOptions readOnlyHome() {
        readOnlyHome = true;
        return this;
    }

    /**
     * The home is a disk of its own of so many bytes, empty at each start, seen by the machine only ({@link Sshd#inside} shows it). Needs name
     * spaces.
     */
    public SshdOptions smallDisk(long bytes) {
        smallDisk = bytes;
        return this;
    }

    /** No file may grow beyond this (rounded to 512 bytes): writing on fails as on a full disk. Works everywhere. */
    public SshdOptions fileSizeLimit(long bytes) {
        fileSizeLimit = bytes;
        return this;
    }

    /** A line of {@code sshd_config}. */
    public SshdOptions config(String line) {
        more.append(line).append('\n');
        return this;
    }

    /** Whether it needs name spaces. */
    boolean isolated() {
        return password != null || readOnlyHome || smallDisk > 0;
    }

    /** Starts it; returns when it listens. Skips the test where this machine cannot. */
    public Sshd start() {
        return Sshd.start(this);
    }
}
