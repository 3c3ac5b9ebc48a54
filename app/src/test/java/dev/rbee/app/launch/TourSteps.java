package dev.rbee.app.launch;

import dev.rbee.app.small.Shelf;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.List;

/** What is looked at on each page. */
final class TourSteps {
    private static final String ANSWER = """
            ## Hash map or B-tree?

            A **hash map** finds a key in constant time, a *B-tree* keeps keys **in order**. Rule of thumb:

            1. You only look things up: take the hash map.
            2. You need ranges, like `from <= key < to`: take the tree.
               - it also keeps neighbours together on disk
               - and it never rehashes

            | | Hash map | B-tree |
            |---|:---:|---:|
            | Lookup | O(1) | O(log n) |
            | Range | no | yes |

            ```java
            var ages = new TreeMap<String, Integer>();
            ages.put("Bea", 3);
            ages.headMap("C").forEach((name, age) -> System.out.println(name + " is " + age + " years old"));
            ```

            > Measure before you choose.
            """;

    private static final List<String> SETTINGS = List.of("programs", "tokens", "text", "storage", "about", "licences");

    private final Stand stand;
    private final String state;
    private final List<String> pages;

    TourSteps(Stand stand, String state, List<String> pages) {
        this.stand = stand;
        this.state = state;
        this.pages = pages;
    }

    private boolean wanted(String page) {
        return pages.contains("all") || pages.contains(page);
    }

    /** Brings the state about; once. */
    void prepare() {
        SmallQueen queen = stand.host().queen();
        if (state.equals("full") || state.equals("away")) {
            queen.chat().prepare(ANSWER);
            queen.stats(312, 2);
            jobs(queen);
            if (wanted("chat")) {
                stand.page("chat");
                stand.type("composer", "Compare a hash map with a B-tree.\nKeep it short, please.");
                stand.enter("composer");
            }
        }
        if (state.equals("away")) {
            queen.close();
        }
        Stand.settle(2);
    }

    private static void jobs(SmallQueen queen) {
        queen.job(Shelf.pull("p1", "qwen3:8b", JobState.RUNNING, Shelf.half("downloading"), null));
        queen.job(Shelf.pull(
                "p2",
                "hf:unsloth/Qwen3-235B-A22B-Instruct-2507-GGUF:UD-Q4_K_XL to gpu-box-in-the-cellar-with-a-long-name",
                JobState.RUNNING,
                Shelf.half("paused"),
                null));
        queen.job(Shelf.pull("p3", "gemma3:4b", JobState.DONE, null, null));
        queen.job(Shelf.pull(
                "p4",
                "hf:meta-llama/Llama-3.3-70B-Instruct-GGUF",
                JobState.FAILED,
                null,
                Problem.of(
                        ProblemCode.MODEL_GATED,
                        "meta-llama/Llama-3.3-70B-Instruct-GGUF wants an agreement to its terms.",
                        "Accept them on its page at the hub, then start rbee with HF_TOKEN set.")));
    }

    /** Every page once, with its inner parts. */
    void walk(Stand at) {
        for (String page : List.of("home", "chat", "hives", "workers", "models", "activity", "settings")) {
            if (wanted(page)) {
                at.page(page);
                at.shot(page);
                inner(at, page);
            }
        }
        if (wanted("frame") && !state.equals("away")) {
            frame(at);
        }
    }

    private void inner(Stand at, String page) {
        switch (page) {
            case "chat" -> chat(at);
            case "activity" -> activity(at);
            case "settings" -> settings(at);
            case "hives" -> {
                table(at, "hives-table", "hives-detail");
                if (state.equals("full")) {
                    at.press("add-machine");
                    at.dialog("add-machine");
                }
            }
            case "workers" -> {
                table(at, "workers-table", "workers-detail");
                if (state.equals("full")) {
                    at.press("start-worker");
                    at.dialog("worker-start");
                    at.press("attach-server");
                    at.dialog("attach-server");
                }
            }
            case "models" -> models(at);
            default -> {}
        }
    }

    private void chat(Stand at) {
        if (state.equals("full")) {
            at.press("setup-toggle");
            at.shot("chat-setup");
            at.press("setup-toggle");
            at.press("beside");
            at.shot("chat-beside");
            at.press("beside");
        }
    }

    private void activity(Stand at) {
        if (!state.equals("away")) {
            at.row("requests-table", 2);
            at.shot("activity-story");
            at.row("requests-table", -1);
        }
        at.press("tab-audit");
        at.shot("activity-audit");
        at.press("tab-logs");
        at.shot("activity-logs");
        at.press("tab-requests");
    }

    private void settings(Stand at) {
        if (state.equals("full")) {
            for (String section : SETTINGS) {
                at.reveal("settings", section);
                at.shot("settings-" + section);
            }
        }
    }

    private void table(Stand at, String table, String name) {
        if (!state.equals("empty")) {
            at.row(table, name.startsWith("workers") ? 2 : 1);
            at.shot(name);
            at.row(table, -1);
        }
    }

    private void models(Stand at) {
        if (state.equals("full")) {
            at.row("models-table", 2);
            at.shot("models-detail");
            at.row("models-table", -1);
            at.press("models-view-matrix");
            at.shot("models-matrix");
            at.press("models-view-list");
        }
        at.press("section-discover");
        at.shot("models-discover");
        at.press("section-downloads");
        at.shot("models-downloads");
        at.press("section-installed");
    }

    private void frame(Stand at) {
        at.press("palette-open");
        at.shot("palette");
        at.type("palette-field", "start");
        at.shot("palette-start");
        at.escape();
    }
}
