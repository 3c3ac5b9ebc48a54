package dev.rbee.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.fx.FxThread;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.problem.Remedies;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** Messages over the page and what helps against problems. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ToastsTest extends ApplicationTest {
    private Toasts toasts;
    private Presenter presenter;
    private final List<String> went = new ArrayList<>();
    private final AtomicReference<Boolean> connected = new AtomicReference<>(true);

    @Override
    public void start(Stage stage) {
        FxThread.check();
        toasts = new Toasts();
        Navigator navigator = new Navigator() {
            @Override
            public void open(String page) {
                went.add(page);
            }

            @Override
            public void reveal(String page, String id) {
                went.add(page + "/" + id);
            }

            @Override
            public boolean at(String page) {
                return page.equals("models");
            }
        };
        QueenSwitch queen = new QueenSwitch() {
            @Override
            public void start() {
                went.add("start");
            }

            @Override
            public void stop() {}

            @Override
            public boolean own() {
                return true;
            }
        };
        presenter = new Presenter(new Remedies(navigator, queen, connected::get), toasts);
        stage.setScene(new Scene(toasts, 600, 400));
        stage.show();
    }

    @Test
    void undoIsTakenOnce() {
        AtomicInteger undone = new AtomicInteger();
        interact(() -> toasts.undo("Chat deleted", undone::incrementAndGet));
        clickOn("Undo");
        assertEquals(1, undone.get());
        assertTrue(toasts.getChildren().isEmpty());
        interact(() -> assertFalse(toasts.takeBack()));
        interact(() -> toasts.undo("Chat deleted", undone::incrementAndGet));
        interact(() -> assertTrue(toasts.takeBack()));
        assertEquals(2, undone.get());
    }

    @Test
    void threeAtMostAndTheSameWordsOnce() {
        interact(() -> {
            toasts.say("Copied");
            toasts.say("Copied");
        });
        assertEquals(1, toasts.getChildren().size());
        interact(() -> List.of("a", "b", "c", "d").forEach(toasts::say));
        assertEquals(
                List.of("b", "c", "d"),
                toasts.getChildren().stream().map(Node::getAccessibleText).toList());
    }

    @Test
    void twoThatCanBeTakenBackStandSideBySide() {
        interact(() -> {
            toasts.undo("Chat deleted", () -> {});
            toasts.undo("Chat deleted", () -> {});
        });
        assertEquals(2, toasts.getChildren().size());
    }

    @Test
    void aProblemOffersWhatHelps() {
        interact(() -> presenter.toast(Problem.of(ProblemCode.STORAGE_FULL, "The disk is full.", "Delete a model.")));
        clickOn("Make room");
        assertEquals(List.of("settings/storage"), went);
    }

    @Test
    void theQueenIsStartedOnlyWhereSheIsAway() {
        Problem away = Problem.of(ProblemCode.UNREACHABLE, "No answer.", null);
        interact(() -> assertEquals(null, presenter.remedy(away)));
        connected.set(false);
        interact(() -> Objects.requireNonNull(presenter.remedy(away)).act().run());
        assertEquals(List.of("start"), went);
    }

    @Test
    void whereHelpIsThePageThatIsOpenNothingIsOffered() {
        interact(() ->
                assertEquals(null, presenter.remedy(Problem.of(ProblemCode.MODEL_NOT_FOUND, "No such model.", null))));
    }

    @Test
    void everyCodeHasAnAnswer() {
        interact(() -> {
            for (ProblemCode code : ProblemCode.values()) {
                Node shown = presenter.inline(Problem.of(code, "It failed.", "Do this."), () -> {});
                assertEquals("It failed.", shown.getAccessibleText());
            }
        });
    }
}
