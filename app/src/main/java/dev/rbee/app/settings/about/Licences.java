package dev.rbee.app.settings.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rbee is made of and under which terms, with the texts of the licences. Reads resources; safe on every thread. */
public final class Licences {
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.]*?)(?:-[a-z0-9]+)*\\.jar$");

    private final List<Part> parts;

    private Licences(List<Part> parts) {
        this.parts = parts;
    }

    /** Reads the list. */
    public static Licences read() {
        return new Licences(resource("parts.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Licences::part)
                .toList());
    }

    private static Part part(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        return new Part(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4].isEmpty() ? List.of() : List.of(cells[4].split("\\s+")));
    }

    List<Part> parts() {
        return parts;
    }

    /** Those jars, by their file names, that no entry of the list speaks of. */
    public List<String> unknown(List<String> jars) {
        return jars.stream()
                .filter(jar -> parts.stream().noneMatch(part -> part.has(jar)))
                .toList();
    }

    /** Its version as the names of these jars say it; empty where they do not. */
    static Optional<String> version(Part part, List<String> jars) {
        return jars.stream()
                .filter(part::has)
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Whose it is and the terms. */
    static String text(Part part) {
        return part.copyright() + "\n\n" + resource("texts/" + part.licence() + ".txt");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Licences.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
