package dev.rbee.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The workflows as far as they can be judged without running them where they run. */
class WorkflowsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w-]+@[0-9a-f]{40}");
    private static final Pattern SCRIPT = Pattern.compile("(?m)(?:^|\\s)(\\.ci/[a-z]+)(?=\\s|$)");
    private static final Pattern GIVEN = Pattern.compile("(?:secrets|vars)\\.([A-Z0-9_]+)");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            List<Path> all = files.sorted().toList();
            assertTrue(all.size() >= 3, all.toString());
            return all;
        }
    }

    private static Map<?, ?> read(Path file) throws IOException {
        return (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    private static Map<?, ?> map(Map<?, ?> in, String name) {
        return in.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> steps(Map<?, ?> job) {
        List<Map<?, ?>> steps = new ArrayList<>();
        if (job.get("steps") instanceof List<?> list) {
            list.forEach(step -> steps.add((Map<?, ?>) step));
        }
        return steps;
    }

    @Test
    void whatOthersWroteIsPinnedToOneState() throws IOException {
        int seen = 0;
        for (Path file : files()) {
            for (Object job : map(read(file), "jobs").values()) {
                for (Map<?, ?> step : steps((Map<?, ?>) job)) {
                    if (step.get("uses") instanceof String uses) {
                        assertTrue(PINNED.matcher(uses).matches(), file.getFileName() + ": " + uses);
                        seen++;
                    }
                }
            }
        }
        assertTrue(seen > 8);
    }

    @Test
    void nobodyMayWriteButTheJobThatPublishes() throws IOException {
        for (Path file : files()) {
            assertEquals(Map.of("contents", "read"), read(file).get("permissions"), file.toString());
            for (Map.Entry<?, ?> job : map(read(file), "jobs").entrySet()) {
                boolean publishes = job.getKey().equals("draft");
                assertEquals(publishes, ((Map<?, ?>) job.getValue()).containsKey("permissions"), job.toString());
            }
        }
    }

    @Test
    void whatIsCalledIsThereAndEndsInTime() throws IOException {
        for (Path file : files()) {
            Map<?, ?> jobs = map(read(file), "jobs");
            for (Map.Entry<?, ?> entry : jobs.entrySet()) {
                Map<?, ?> job = (Map<?, ?>) entry.getValue();
                if (job.get("uses") instanceof String uses) {
                    assertTrue(Files.exists(ROOT.resolve(uses)), uses);
                } else {
                    assertTrue(job.get("timeout-minutes") instanceof Integer, entry.getKey() + " may run for hours");
                }
                Object needs = job.get("needs");
                for (Object need : needs instanceof List<?> list ? list : needs == null ? List.of() : List.of(needs)) {
                    assertTrue(jobs.containsKey(need), "no job " + need);
                }
                for (Map<?, ?> step : steps(job)) {
                    Matcher scripts = SCRIPT.matcher(String.valueOf(step.get("run")));
                    while (scripts.find()) {
                        assertTrue(Files.isExecutable(ROOT.resolve(scripts.group(1))), scripts.group(1));
                    }
                }
            }
        }
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/releasing.md"));
        Set<String> given = new TreeSet<>();
        for (Path file : files()) {
            Matcher names = GIVEN.matcher(Files.readString(file));
            while (names.find()) {
                given.add(names.group(1));
            }
        }
        assertTrue(given.size() > 10, given.toString());
        given.removeIf(name -> guide.contains("`" + name + "`"));
        assertEquals(Set.of(), given);
    }
}
