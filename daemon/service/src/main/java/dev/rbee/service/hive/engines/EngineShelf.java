package dev.rbee.service.hive.engines;

import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engines of this machine: the embedded one, every llama-server that was installed here, the one that the settings name, and the first on
 * the search path. The only owner of what is selected. Thread-safe; methods read the disk, and ask a program that is new to them.
 */
public final class EngineShelf {
    /** The engine that is a process of its own. */
    public static final String LLAMA_SERVER = "llama-server";

    private final EngineFolder folder;
    private final Path file;
    private final Settings.Engines settings;
    private final EngineInfo embedded;
    private final String searchPath;
    private final EngineProbe probe = new EngineProbe();

    /**
     * The shelf.
     *
     * @param engines {@code engines} of the home; need not be there
     * @param searchPath the PATH of this process
     */
    public EngineShelf(Path engines, Settings.Engines settings, EngineInfo embedded, String searchPath) {
        this.folder = new EngineFolder(engines.resolve(LLAMA_SERVER));
        this.file = engines.resolve("llama-server.json");
        this.settings = settings;
        this.embedded = embedded;
        this.searchPath = searchPath;
    }

    /** All of them, the embedded one first. */
    public List<EngineInfo> list() {
        EngineRecord record = record();
        List<EngineProgram> programs = programs();
        Optional<EngineProgram> chosen = chosen(programs, record);
        boolean llama = !settings.prefer().equals("embedded") && chosen.isPresent();
        List<EngineInfo> list = new ArrayList<>();
        list.add(new EngineInfo(
                embedded.name(),
                embedded.version(),
                embedded.available(),
                embedded.reason(),
                null,
                "bundled",
                !llama,
                List.of(),
                null));
        for (EngineProgram program : programs) {
            list.add(info(
                    program, record, llama && chosen.filter(program::equals).isPresent()));
        }
        return List.copyOf(list);
    }

    /** The llama-server that workers get where they get one; null where there is none that works. */
    public @Nullable EngineInfo llamaServer() {
        EngineRecord record = record();
        return chosen(programs(), record)
                .map(program -> info(program, record, true))
                .orElse(null);
    }

    /** The embedded one. */
    public EngineInfo embedded() {
        return embedded;
    }

    /** What is preferred where nothing else is said: {@code auto}, {@code embedded} or {@code llama-server}. */
    public String prefer() {
        return settings.prefer();
    }

    /** Workers get that version from now on. Throws {@code engine_not_found}, {@code engine_failed}. */
    public synchronized EngineInfo use(String version) {
        EngineProgram program = find(version);
        EngineProbe.Said said = probe.ask(program.path());
        if (said.why() != null) {
            throw ProblemException.of(
                    ProblemCode.ENGINE_FAILED,
                    "llama-server " + version + " can't be used: " + said.why() + ".",
                    "Choose another one: rbee engine list");
        }
        write(record().select(version));
        return info(program, record(), true);
    }

    /**
     * Removes an installed version. Throws {@code engine_not_found}, {@code engine_failed} where one of the {@code running} programs is of it, or
     * where it was not installed here.
     */
    public synchronized void remove(String version, Set<Path> running) {
        EngineProgram program = find(version);
        Path home = folder.version(version);
        if (!program.origin().equals("installed")) {
            throw ProblemException.of(
                    ProblemCode.ENGINE_FAILED,
                    "llama-server " + version + " was not installed by rbee and is left where it is.",
                    "Remove it the way it came: " + program.path());
        }
        if (running.contains(program.path())) {
            throw ProblemException.of(
                    ProblemCode.ENGINE_FAILED,
                    "A worker runs llama-server " + version + ".",
                    "Stop that worker first, or choose another version for new ones: rbee engine use");
        }
        EngineFolder.delete(home);
        EngineRecord record = record();
        EngineRecord next =
                version.equals(record.selected()) ? new EngineRecord(record.previous(), null, record.speeds()) : record;
        write(next.speed(version, null));
    }

    EngineFolder folder() {
        return folder;
    }

    EngineProbe probe() {
        return probe;
    }

    /** A version that was just put in its place becomes the one that workers get. */
    synchronized EngineInfo installed(String version, double tokensPerSecond) {
        write(record().speed(version, tokensPerSecond).select(version));
        return info(find(version), record(), true);
    }

    private EngineProgram find(String version) {
        return programs().stream()
                .filter(program -> program.version().equals(version))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.ENGINE_NOT_FOUND,
                        "There is no llama-server \"" + (version.length() > 64 ? version.substring(0, 64) : version)
                                + "\" on this machine.",
                        "rbee engine list names those there are."));
    }

    private List<EngineProgram> programs() {
        List<EngineProgram> all = new ArrayList<>();
        Path named = settings.llamaServer().isBlank() ? null : Path.of(settings.llamaServer());
        if (named != null) {
            all.add(new EngineProgram(named.toAbsolutePath(), ownVersion(named), "path"));
        }
        all.addAll(folder.installed());
        Path onPath = EngineFolder.onPath(searchPath);
        if (onPath != null && all.stream().noneMatch(each -> each.path().equals(onPath))) {
            all.add(new EngineProgram(onPath, ownVersion(onPath), "path"));
        }
        return all;
    }

    private String ownVersion(Path program) {
        String build = probe.ask(program).build();
        return build == null ? "unknown" : build;
    }

    /** The settings' own, else the selected one, else the newest installed, else the one on the search path; of those that work. */
    private Optional<EngineProgram> chosen(List<EngineProgram> programs, EngineRecord record) {
        if (!settings.llamaServer().isBlank()) {
            return programs.stream().findFirst().filter(this::works);
        }
        return programs.stream()
                .filter(program -> program.version().equals(record.selected()))
                .filter(this::works)
                .findFirst()
                .or(() -> programs.stream().filter(this::works).findFirst());
    }

    private boolean works(EngineProgram program) {
        return probe.ask(program.path()).why() == null;
    }

    private EngineInfo info(EngineProgram program, EngineRecord record, boolean selected) {
        EngineProbe.Said said = probe.ask(program.path());
        return new EngineInfo(
                LLAMA_SERVER,
                program.version(),
                said.why() == null,
                said.why(),
                program.path().toString(),
                program.origin(),
                selected,
                said.devices(),
                record.speeds() == null ? null : record.speeds().get(program.version()));
    }

    private EngineRecord record() {
        return EngineRecord.read(file);
    }

    private void write(EngineRecord record) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            record.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the choice of the engine can't be kept in " + file, e);
        }
    }
}
