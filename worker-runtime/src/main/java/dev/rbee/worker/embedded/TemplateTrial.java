package dev.rbee.worker.embedded;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.template.TemplateVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a template survives, once for each: in child processes, because one that fails takes its process along
 * (4 of 62 public ones do). What is known is kept in a file named after the template's hash.
 */
final class TemplateTrial {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateTrial.class);
    private static final long SECONDS = 60;

    /** Plain ChatML, the demo model's: tried by the tests of every build. */
    private static final Set<String> TRIED = Set.of("66edfb854931c933d3ac94f507626dd4fa2d5ca0a9b1036b11729d296a7392ac");

    private final Path directory;
    private final Path model;

    TemplateTrial(Path directory, Path model) {
        this.directory = directory;
        this.model = model;
    }

    /** From memory, or by trying: then blocks for a second or so per child, a minute at most. */
    TemplateVerdict verdict(String template) {
        String hash = Keys.fingerprint(template);
        if (TRIED.contains(hash)) {
            return TemplateVerdict.GOOD;
        }
        Path file = directory.resolve(hash + ".json");
        try {
            if (Files.exists(file)) {
                return Json.read(Files.readAllBytes(file), TemplateVerdict.class);
            }
        } catch (IOException | ProblemException e) {
            LOG.warn("template={} its verdict can't be read, it is tried again: {}", hash, e.getMessage());
        }
        TemplateVerdict verdict = tried(template);
        LOG.info("template={} tried: {}", hash, verdict);
        try {
            Files.createDirectories(directory);
            Files.write(file, Json.bytes(verdict));
        } catch (IOException e) {
            LOG.warn("template={} its verdict can't be kept: {}", hash, e.getMessage());
        }
        return verdict;
    }

    private TemplateVerdict tried(String template) {
        Set<TemplateCase> good = EnumSet.noneOf(TemplateCase.class);
        List<TemplateCase> left = new ArrayList<>(List.of(TemplateCase.values()));
        try {
            while (!left.isEmpty()) {
                List<String> lines = child(left);
                // A template that the library can't read at all it replaces by ChatML without a word.
                if (lines.stream().anyMatch(line -> line.endsWith(TemplateTrialMain.CHATML))
                        && !template.contains(TemplateTrialMain.CHATML)) {
                    return TemplateVerdict.BAD;
                }
                for (int i = 0; i < lines.size() && i < left.size(); i++) {
                    if (lines.get(i).startsWith(TemplateTrialMain.DONE)) {
                        good.add(left.get(i));
                    }
                }
                // The one after the last line ended the child.
                left.subList(0, Math.min(left.size(), lines.size() + 1)).clear();
                if (!good.contains(TemplateCase.QUESTION)) {
                    return TemplateVerdict.BAD;
                }
            }
        } catch (IOException e) {
            LOG.warn("the template can't be tried: {}", e.getMessage());
            return TemplateVerdict.BAD;
        }
        return new TemplateVerdict(
                good.contains(TemplateCase.CHAT),
                good.contains(TemplateCase.SYSTEM),
                good.contains(TemplateCase.ANY_ORDER) && good.contains(TemplateCase.ASSISTANT_FIRST));
    }

    private List<String> child(List<TemplateCase> cases) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (System.getProperty("os.name", "").startsWith("Win") ? "NUL" : "/dev/null"),
                "-Xmx64m",
                TemplateTrialMain.class.getName(),
                System.getProperty(LlamaLibrary.LIB_PATH),
                model.toAbsolutePath().toString()));
        cases.forEach(each -> command.add(each.name()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread limit = NativeThreads.thread("trial", () -> end(child));
        limit.start();
        try (var out = child.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(TemplateTrialMain.DONE) || line.startsWith("incomplete ")) {
                    lines.add(line);
                }
            }
            return lines;
        } finally {
            child.destroyForcibly();
        }
    }

    private static void end(Process child) {
        try {
            if (!child.waitFor(SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
