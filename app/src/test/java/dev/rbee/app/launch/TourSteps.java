package dev.rbee.app.launch;

import dev.rbee.app.small.Fleets;
import dev.rbee.app.small.Shelf;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.List;

/** What is looked at on each page. */
final class TourSteps {
    private static final List<String> SETTINGS =
            List.of("programs", "tokens", "queen", "hive-tables", "text", "storage", "shortcuts", "about", "licences");

    private final Stand stand;
    private int beats;
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
            fill(queen);
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

    private static void fill(SmallQueen queen) {
        queen.chat().prepare(TourTalk.ANSWER);
        queen.stats(312, 2);
        jobs(queen);
    }

    static void jobs(SmallQueen queen) {
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
                beat();
                at.page(page);
                at.shot(page);
                inner(at, page);
            }
        }
        if (state.equals("full") && !at.small()) {
            beside(at);
        }
    }

    private void beat() {
        if (state.equals("full")) {
            for (int i = 0; i < 6; i++) {
                Fleets.beat(stand.host().queen(), 1 + 0.2 * Math.sin(beats++));
                Stand.settle(1);
            }
        }
    }

    private void inner(Stand at, String page) {
        switch (page) {
            case "chat" -> chat(at);
            case "activity" -> activity(at);
            case "settings" -> settings(at);
            case "hives" -> {
                table(at, "hives-table", "hives-detail");
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

    private void beside(Stand at) {
        if (wanted("talk")) {
            new TourTalk(at).all();
        }
        if (wanted("wizard")) {
            new TourWizard(at).all();
        }
        if (wanted("frame")) {
            new TourFrame(at).all();
        }
        if (wanted("links")) {
            new TourLinks(at).all();
            fill(stand.host().queen()); // back from another one there is a new one
        }
    }
}
