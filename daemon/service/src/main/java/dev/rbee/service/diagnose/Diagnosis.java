package dev.rbee.service.diagnose;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A diagnostic bundle: texts by name, with secrets taken out, to be read before it is given away. Immutable. It says versions, the system,
 * settings, what lies in the home folder, the ends of the logs and what the caller adds; no chats, no prompts, no keys.
 *
 * @param files text by name, in the order to be read
 */
public record Diagnosis(Map<String, String> files) {
    /**
     * Puts it together; reads the disk.
     *
     * @param more further texts by name, such as the fleet as JSON
     */
    public static Diagnosis of(Home home, Map<String, String> environment, Instant now, Map<String, String> more) {
        Scrubber scrubber = new Scrubber(KnownSecrets.of(home, environment));
        Map<String, String> raw = new LinkedHashMap<>();
        raw.put("about.txt", Machine.about(home, now));
        raw.put("settings.txt", HomeFacts.settings(home, environment));
        raw.put("environment.txt", Machine.environment(environment));
        raw.put("home.txt", HomeFacts.listing(home));
        raw.putAll(more);
        raw.putAll(HomeFacts.logs(home));
        String user = System.getProperty("user.home");
        Map<String, String> clean = new LinkedHashMap<>();
        raw.forEach((name, text) -> clean.put(name, scrubber.clean(text).replace(user, "~")));
        return new Diagnosis(Collections.unmodifiableMap(clean));
    }

    /** A name for the file. */
    public static String fileName(Instant now) {
        return "rbee-diagnosis-" + now.toString().replaceAll("[:T]", "-").replaceAll("\\..*|Z$", "") + ".zip";
    }

    /** Writes it as a zip, in one step. Throws {@link ProblemException}. */
    public void write(Path out) {
        try {
            Path part = Files.createTempFile(out.toAbsolutePath().resolveSibling(""), ".rbee-diagnosis", ".part");
            try {
                zip(part);
                Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INVALID_FIELD,
                            "Cannot write " + out + ": " + e.getMessage() + ".",
                            "Name a file in a folder that is there and yours."),
                    e);
        }
    }

    private void zip(Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
