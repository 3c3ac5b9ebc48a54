package dev.rbee.service.update.change;

import dev.rbee.contract.info.Version;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.update.UpdateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first start of a new version, watched by the one before. Where the version has started already, or came in another way, this costs one look at
 * the disk. Thread-safe.
 */
public final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final UpdateFolder folder;
    private final String version;
    private final boolean watched;

    private FirstStart(UpdateFolder folder, String version, boolean watched) {
        this.folder = folder;
        this.version = version;
        this.watched = watched;
    }

    /**
     * Who watches which version.
     *
     * @param command of the version before; the process and its part are put behind it. Empty: nobody
     */
    record Watched(String to, List<String> command) {}

    /**
     * To be called first of all: calls the version before where this is the first start of this one. Blocks shortly.
     *
     * @param part {@code app} or {@code daemon}
     */
    public static FirstStart begin(Home home, String part) {
        return begin(
                UpdateFolder.of(home),
                Version.CURRENT,
                part,
                ProcessHandle.current().pid());
    }

    static FirstStart begin(UpdateFolder folder, String version, String part, long pid) {
        Watched watched = read(folder.watch());
        if (watched == null || !watched.to().equals(version) || Files.exists(folder.started())) {
            return new FirstStart(folder, version, false);
        }
        if (!watched.command().isEmpty() && claimed(folder.watched(), pid)) {
            List<String> command = new ArrayList<>(watched.command());
            command.addAll(List.of(Long.toString(pid), part));
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                        .start()
                        .getOutputStream()
                        .close();
                LOG.info("version={} starts for the first time, watched by the one before", version);
            } catch (IOException e) {
                LOG.warn("version={} starts for the first time, and nobody watches: {}", version, e.toString());
            }
        }
        return new FirstStart(folder, version, true);
    }

    /** Another one that is starting is watched already; what comes of this one says nothing about the version. */
    private static boolean claimed(Path file, long pid) {
        try {
            if (Files.exists(file)) {
                String other = Files.readString(file).strip();
                boolean alive = other.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(other)).isPresent();
                if (alive) {
                    return false;
                }
            }
            PrivateFiles.replace(file, pid + "\n");
            return true;
        } catch (IOException e) {
            LOG.warn("nobody watches this start: {}", e.toString());
            return false;
        }
    }

    private static @Nullable Watched read(Path file) {
        try {
            if (!Files.exists(file)) {
                return null;
            }
            Watched found = Json.read(Files.readAllBytes(file), Watched.class);
            return found.to() == null || found.command() == null ? null : found;
        } catch (IOException | ProblemException e) {
            return null;
        }
    }

    /** It has started: the window is drawn, or the daemon serves. Touches the disk at a first start only. */
    public void started() {
        if (!watched) {
            return;
        }
        try {
            PrivateFiles.replace(folder.started(), version + "\n");
        } catch (IOException e) {
            LOG.warn("nobody can be told that version {} has started: {}", version, e.toString());
        }
    }
}
