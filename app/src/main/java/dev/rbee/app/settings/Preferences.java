package dev.rbee.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers, in {@code app.json} of the home folder.
 *
 * @param width of the window, px
 * @param height of the window, px
 */
public record Preferences(Theme theme, double width, double height) {
    /** The first time. */
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, 1280, 800);

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

    /** From that file; the defaults where it is missing or damaged. Reads the disk. */
    public static Preferences read(Path file) {
        try {
            JsonNode json = Json.tree(Files.readAllBytes(file));
            return new Preferences(
                    Theme.parse(json.path("theme").asText("")),
                    Math.clamp(json.path("width").asDouble(DEFAULT.width), 640, 10_000),
                    Math.clamp(json.path("height").asDouble(DEFAULT.height), 480, 10_000));
        } catch (IOException | ProblemException e) {
            return DEFAULT;
        }
    }

    /** Into that file, in one step. Writes the disk; a failure is logged, as nothing of weight is lost. */
    public void write(Path file) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("theme", theme.name().toLowerCase(Locale.ROOT));
        json.put("width", width);
        json.put("height", height);
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, Json.bytes(json));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("file={} cannot be written: {}", file, e.toString());
        }
    }

    /** With another theme. */
    public Preferences with(Theme other) {
        return new Preferences(other, width, height);
    }

    /** With another size. */
    public Preferences sized(double newWidth, double newHeight) {
        return new Preferences(theme, newWidth, newHeight);
    }
}
