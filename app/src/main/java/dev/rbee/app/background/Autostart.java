package dev.rbee.app.background;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The start at login, as desktops of the XDG kind know it: a file in their autostart folder. Methods read or write that file; thread-safe.
 *
 * @param file of this home folder
 * @param text what stands in it
 */
public record Autostart(Path file, String text) {
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
        String exec = (home.isBlank() ? "" : "env " + quoted("RBEE_HOME=" + home) + " ") + quoted(command)
                + " app --background";
        String name = home.isBlank() ? "rbee" : "rbee-" + Integer.toHexString(home.hashCode());
        return Optional.of(new Autostart(folder.resolve(name + ".desktop"), """
            [Desktop Entry]
            Type=Application
            Name=rbee
            Comment=Your machines as one private LLM service
            Exec=%s
            Terminal=false
            X-GNOME-Autostart-enabled=true
            """.formatted(exec)));
    }

    /** One argument as the specification of desktop entries quotes it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '`', '$' -> quoted.append("\\\\").append(c);
                case '\\' -> quoted.append("\\\\\\\\");
                case '%' -> quoted.append("%%");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether it is set up. */
    public boolean on() {
        return Files.exists(file);
    }

    /** Sets it up, or takes it back. Throws {@link ProblemException} where the file cannot be written. */
    public void set(boolean wanted) {
        try {
            if (wanted) {
                PrivateFiles.createFolder(file.resolveSibling("").toAbsolutePath());
                Files.writeString(file, text);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    Words.of(Autostart.class).get("autostart.cannot.write", file, e.getMessage()),
                    Words.of(Autostart.class).get("autostart.rights"));
        }
    }
}
