package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.toml.TomlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * {@code rbee.toml} to be looked at and changed. Comments, order and what is unknown stay; the new text is read by the loader before it
 * replaces the old one in one step. Thread-safe; methods touch the disk and throw {@link ProblemException} {@code config_invalid}.
 */
public final class SettingsFile {
    private final Path file;
    private final Map<String, String> environment;
    private final ReentrantLock lock = new ReentrantLock();

    /** That file, under those variables of the environment. */
    public SettingsFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** As it stands, also where it is wrong. */
    public SettingsView read() {
        return SettingsReading.of(file, SettingsLoader.text(file), environment).view(Files.exists(file));
    }

    /** What is wrong with that text, were it the file's; empty: nothing. Does not touch the disk. */
    public List<String> check(String text) {
        return SettingsReading.of(file, text, environment).mistakes();
    }

    /** Makes one change and returns what then stands. Nothing is written where it would make something wrong that was right. */
    public SettingsView apply(SettingsEdit edit) {
        lock.lock();
        try {
            String before = SettingsLoader.text(file);
            String after = changed(before, edit);
            refuseNewMistakes(before, after);
            write(after);
            return read();
        } finally {
            lock.unlock();
        }
    }

    /** Replaces all of it, where {@code before} is still what stands there and nothing is wrong with the new text. */
    public SettingsView replace(String before, String after) {
        lock.lock();
        try {
            if (!SettingsLoader.text(file).equals(before)) {
                throw refused("it has been changed by somebody else meanwhile", "Read it again and repeat the change.");
            }
            refuseNewMistakes("", after);
            write(after);
            return read();
        } finally {
            lock.unlock();
        }
    }

    private String changed(String before, SettingsEdit edit) {
        try {
            ObjectNode meant = tree(before);
            edit.mean(meant);
            String after = edit.write(TomlText.of(before)).text();
            if (!plain(meant).equals(plain(tree(after)))) {
                throw new IllegalArgumentException("the place of the change is not clear");
            }
            return after;
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()), "Change it in the text of the file.");
        }
    }

    private ObjectNode tree(String text) {
        return SettingsLoader.parse(file, text) instanceof ObjectNode tree
                ? tree
                : JsonNodeFactory.instance.objectNode();
    }

    /** Without empty sections, which mean nothing; as text, so that the widths of numbers do not count. */
    private static String plain(ObjectNode tree) {
        ObjectNode copy = tree.deepCopy();
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, JsonNode> section : copy.properties()) {
            if (section.getValue().isEmpty() && section.getValue().isContainerNode()) {
                empty.add(section.getKey());
            }
        }
        copy.remove(empty);
        return new SortedTree(copy).toString();
    }

    private void refuseNewMistakes(String before, String after) {
        List<String> fresh = new ArrayList<>(check(after));
        fresh.removeAll(check(before));
        if (!fresh.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CONFIG_INVALID, fresh.getFirst(), "Nothing was written; mend that first.")
                            .withDetails(String.join("\n", fresh)));
        }
    }

    private void write(String text) {
        try {
            PrivateFiles.createFolder(file.resolveSibling("").toAbsolutePath());
            Path real = Files.exists(file) ? file.toRealPath() : file;
            Set<PosixFilePermission> rights = Files.exists(real) ? rights(real) : null;
            PrivateFiles.replace(real, text);
            if (rights != null) {
                Files.setPosixFilePermissions(real, rights);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.CONFIG_INVALID,
                            "Cannot write " + file + ": " + e.getMessage() + ".",
                            "Check the rights of that file and its folder."),
                    e);
        }
    }

    private static @Nullable Set<PosixFilePermission> rights(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)
                ? Files.getPosixFilePermissions(file)
                : null;
    }

    private static ProblemException refused(String why, String hint) {
        return ProblemException.of(ProblemCode.CONFIG_INVALID, "rbee.toml was left as it is: " + why + ".", hint);
    }
}
