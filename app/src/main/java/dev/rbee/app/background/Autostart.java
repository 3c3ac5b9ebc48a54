package dev.rbee.app.background;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The start at login, as desktops of the XDG kind know it: a file in their autostart folder. Methods read or write that file; thread-safe.
 *
 * @param file of this home folder
 * @param command the program that starts the application
 * @param exec how the file's command begins: that program in this home
 */
public record Autostart(Path file, String command, String exec) {
    private static final String BACKGROUND = " --background";
    private static final String EXEC = "Exec=";

    /** What happens at login. */
    public enum Choice {
        /** nothing */
        OFF,
        /** rbee starts, without its window */
        HIDDEN,
        /** rbee starts with its window */
        SHOWN
    }

    /**
     * Empty where that cannot be set up: on other systems, and where it is not known which command starts the application.
     *
     * @param os as the system property {@code os.name} says
     * @param command that starts it; null where nobody said
     */
    public static Optional<Autostart> of(
            String os, Map<String, String> environment, Path userHome, @Nullable String command) {
        String system = os.toLowerCase(Locale.ROOT);
        if (command == null || command.isBlank() || system.contains("win") || system.contains("mac")) {
            return Optional.empty();
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = (config.isBlank() ? userHome.resolve(".config") : Path.of(config)).resolve("autostart");
        String home = environment.getOrDefault("RBEE_HOME", "");
        String exec = (home.isBlank() ? "" : "env " + ExecLine.quoted("RBEE_HOME=" + home) + " ")
                + ExecLine.quoted(command) + " app";
        String name = home.isBlank() ? "rbee" : "rbee-" + Integer.toHexString(home.hashCode());
        return Optional.of(new Autostart(folder.resolve(name + ".desktop"), command, exec));
    }

    /** What stands in the file for that choice. */
    String text(Choice choice) {
        return """
            [Desktop Entry]
            Type=Application
            Name=rbee
            Comment=Your machines as one private LLM service
            Exec=%s
            Terminal=false
            X-GNOME-Autostart-enabled=true
            """.formatted(line(choice));
    }

    private String line(Choice choice) {
        return choice == Choice.HIDDEN ? exec + BACKGROUND : exec;
    }

    /** What is set up; also {@code OFF} where the desktop's own settings have switched it off. */
    public Choice chosen() {
        List<String> lines = lines();
        boolean off = lines.stream()
                .map(line -> line.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.equals("hidden=true") || line.equals("x-gnome-autostart-enabled=false"));
        if (off || exec(lines) == null) {
            return Choice.OFF;
        }
        return hidden(lines) ? Choice.HIDDEN : Choice.SHOWN;
    }

    private static boolean hidden(List<String> lines) {
        String exec = exec(lines);
        return exec != null && exec.contains(BACKGROUND);
    }

    private static @Nullable String exec(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(EXEC)).findFirst().orElse(null);
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Sets it up, or takes it back. Throws {@link ProblemException} where the file cannot be written. */
    public void set(Choice wanted) {
        try {
            if (wanted == Choice.OFF) {
                Files.deleteIfExists(file);
            } else {
                write(text(wanted));
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /**
     * Where the file names a program that is not there any more, since rbee was moved or updated, it names this one from now on; the rest of it
     * stays. Another rbee that is there keeps its start. Throws {@link ProblemException} where the file cannot be written.
     */
    public void renew() {
        List<String> lines = lines();
        String exec = exec(lines);
        String program = exec == null ? null : ExecLine.program(exec.substring(EXEC.length()));
        if (program == null || program.equals(command) || Files.isExecutable(Path.of(program))) {
            return;
        }
        List<String> renewed = new ArrayList<>(lines);
        renewed.set(lines.indexOf(exec), EXEC + line(hidden(lines) ? Choice.HIDDEN : Choice.SHOWN));
        try {
            write(String.join("\n", renewed) + "\n");
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void write(String text) throws IOException {
        PrivateFiles.createFolder(file.resolveSibling("").toAbsolutePath());
        PrivateFiles.replace(file, text);
    }

    private ProblemException unwritten(IOException e) {
        return ProblemException.of(
                ProblemCode.CONFIG_INVALID,
                Words.of(Autostart.class).get("autostart.cannot.write", file, e.getMessage()),
                Words.of(Autostart.class).get("autostart.rights"));
    }
}
