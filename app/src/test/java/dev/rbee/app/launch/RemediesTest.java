package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.frame.Remedy;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What helps against a problem leads to a place that is there, and so does every link to a part of a page. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class RemediesTest extends WindowTest {
    /** {@code reveal("settings", "tokens")}, {@code part("remedy.keys", "settings", "tokens")}. */
    private static final Pattern LINK =
            Pattern.compile("(?:reveal\\(|part\\(\"[\\w.]+\", )\"(\\w+)\", \"([\\w-]+)\"\\)");

    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(queen -> {}, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 1280, 800);
        graph.frame.open("settings");
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    /** Whether that part of that page stands in front. */
    private boolean open(String page, String part) {
        String mark = page.equals("activity") ? "#tab-" : "#section-";
        return graph.frame.at(page)
                && lookup(mark + part)
                        .<ToggleButton>tryQuery()
                        .map(ToggleButton::isSelected)
                        .orElse(false);
    }

    private static Set<List<String>> links() throws IOException {
        Set<List<String>> links = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher link = LINK.matcher(Files.readString(file));
                while (link.find()) {
                    links.add(List.of(link.group(1), link.group(2)));
                }
            }
        }
        return links;
    }

    @Test
    void everyLinkToAPartOfAPageOpensIt() throws IOException {
        Set<List<String>> links = links();
        assertTrue(links.contains(List.of("settings", "storage")), () -> "found only " + links);
        List<String> wrong = new ArrayList<>();
        interact(() -> {
            for (List<String> link : links) {
                String page = link.get(0);
                String part = link.get(1);
                elsewhere();
                graph.frame.open(page);
                boolean before = open(page, part);
                graph.frame.reveal(page, part);
                if (before || !open(page, part)) {
                    wrong.add(page + "/" + part);
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    private void elsewhere() {
        graph.frame.reveal("settings", "general");
        graph.frame.reveal("activity", "audit");
        graph.frame.open("home");
    }

    @Test
    void whatHelpsLeadsSomewhere() {
        until(() -> graph.fleet.view().get().connected());
        List<String> wrong = new ArrayList<>();
        interact(() -> {
            for (ProblemCode code : ProblemCode.values()) {
                Remedy remedy = graph.presenter.remedy(Problem.of(code, "It did not work.", null));
                if (remedy != null) {
                    elsewhere();
                    remedy.act().run();
                }
                if (!helped(code, remedy)) {
                    wrong.add(code.toString());
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    private boolean helped(ProblemCode code, @Nullable Remedy remedy) {
        return switch (code) {
            case STORAGE_FULL -> open("settings", "storage");
            case INVALID_API_KEY -> open("settings", "tokens");
            case INTERNAL_ERROR -> open("activity", "logs");
            case SSH_UNREACHABLE -> graph.frame.at("hives");
            case MODEL_INVALID -> graph.frame.at("models");
            default -> remedy == null || !graph.frame.at("home");
        };
    }
}
