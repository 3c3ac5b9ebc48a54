package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.diagnose.Diagnosis;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee diagnose}. */
@Command(
        name = "diagnose",
        description = "Write a bundle of versions, settings and logs for whoever helps; secrets are taken out.")
final class DiagnoseCommand implements Callable<Integer> {
    private static final List<String> ASKED =
            List.of("/v1/info", "/v1/hives/list", "/v1/workers/list", "/v1/nodes", "/v1/endpoints", "/v1/jobs");

    private final Root root;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; by default a zip in this folder.")
    @Nullable
    Path out;

    DiagnoseCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = root.surroundings();
        Instant now = surroundings.clock().instant();
        Diagnosis diagnosis =
                Diagnosis.of(surroundings.home(), surroundings.environment(), now, Map.of("fleet.json", fleet()));
        Path to = (out == null ? Path.of(Diagnosis.fileName(now)) : out).toAbsolutePath();
        diagnosis.write(to);
        List<String> names = List.copyOf(diagnosis.files().keySet());
        root.output()
                .result(
                        Map.of("path", to.toString(), "files", names),
                        () -> to + "\n" + String.join("\n", names) + "\nLook into it before you give it away.");
        return ExitCodes.OK;
    }

    /** What the queen says of the fleet; why not, where she says nothing. */
    private String fleet() {
        Map<String, Object> all = new LinkedHashMap<>();
        try (Link link = Link.open(root)) {
            for (String path : ASKED) {
                all.put(path, answer(link, path));
            }
        } catch (ProblemException e) {
            all.put("problem", e.problem().message());
        }
        return Json.write(all);
    }

    private static Object answer(Link link, String path) {
        try {
            return link.remote().get(path, JsonNode.class);
        } catch (ProblemException e) {
            return e.problem().message();
        }
    }
}
