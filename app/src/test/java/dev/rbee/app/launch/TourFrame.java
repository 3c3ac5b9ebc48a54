package dev.rbee.app.launch;

import dev.rbee.app.small.Fleets;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;

/** What stands around the pages and before them: palette, messages, shortcuts, problems, questions, other queens. */
final class TourFrame {
    private static final String THEIRS = "rbee_the-token-of-another-installation";

    private final Stand at;

    TourFrame(Stand at) {
        this.at = at;
    }

    void all() {
        at.page("workers");
        at.press("palette-open");
        at.shot("palette");
        at.type("palette-field", "start");
        at.shot("palette-start");
        at.type("palette-field", "no such thing");
        at.shot("palette-none");
        at.escape();
        at.act(() -> at.graph().window.showShortcuts());
        at.dialog("shortcuts");
        at.act(() -> at.graph().closeQuestion().ask(false, choice -> {}));
        at.dialog("close");
        at.act(() -> at.graph().defect(new IllegalStateException("no such row: 4711")));
        at.dialog("defect");
        questions();
        elsewhere();
        toasts();
    }

    private void questions() {
        at.page("workers");
        at.row("workers-table", 2);
        at.press("worker-stop");
        at.dialog("worker-stop");
        at.row("workers-table", -1);
        at.page("hives");
        at.row("hives-table", 1);
        at.press("hive-stop");
        at.dialog("hive-stop");
        at.press("engine-install");
        at.dialog("engine-install");
        at.row("hives-table", -1);
        at.page("models");
        at.row("models-table", 0);
        at.press("model-delete");
        at.dialog("model-delete");
        at.press("model-template");
        at.dialog("model-template");
        at.row("models-table", -1);
        at.press("models-clean");
        at.dialog("models-clean");
    }

    private void toasts() {
        at.page("home");
        at.act(() -> {
            at.graph().toasts.say("Base URL copied");
            at.graph()
                    .toasts
                    .undo("Chat “Compare a hash map with a B-tree and say when to take which” deleted", () -> {});
            at.graph()
                    .presenter
                    .toast(Problem.of(
                            ProblemCode.STORAGE_FULL,
                            "The disk of gpu-1 is full, so Qwen3-Coder-30B-A3B-Instruct-Q4_K_M.gguf stopped at 12.4 of 18.6 GB.",
                            "Delete a model there or choose another folder."));
        });
        at.shot("toasts");
        at.act(() -> at.graph().toasts.getChildren().clear());
    }

    private void elsewhere() {
        try (SmallQueen other = new SmallQueen(THEIRS)) {
            Fleets.full(other);
            at.act(at.graph().connection::other);
            at.front("connect-login");
            at.press("connect-by-address");
            at.front("connect-address");
            at.type("connect-url", other.url());
            at.type("connect-key", "rbee_a-wrong-key");
            at.press("connect-go");
            Stand.settle(2);
            at.front("connect-refused");
            at.type("connect-key", THEIRS);
            at.press("connect-go");
            Stand.settle(3);
            at.page("workers");
            at.shot("connected");
            at.press("queen-menu");
            at.popup("connect-menu");
            at.act(at.graph().connection::known);
            at.dialog("connect-known");
        }
        Stand.settle(3);
        at.shot("connect-away");
        at.press("connection-back");
        Stand.settle(3);
    }
}
