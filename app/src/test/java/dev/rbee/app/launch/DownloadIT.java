package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.testing.HubRequest;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;

/** Downloads as somebody in the window sees them, from a hub that is a real server: slow, closed, wrong, and while windows come and go. */
class DownloadIT extends HubWindowTest {
    private static final int SLOW = 300_000;
    private static final int SOME = 600_000;

    private long sent() {
        return hub.sent(REPO, FILE);
    }

    /** The last request went on where one before it had ended; only what was still on its way when a connection ended is sent again. */
    private void cameOnce() {
        long size = DEMO.toFile().length();
        HubRequest last = hub.requests().stream()
                .filter(request -> request.server().equals("cdn"))
                .toList()
                .getLast();
        assertTrue(last.from() > SOME / 2 && last.sent().get() < size - SOME / 2, () -> "from the beginning: " + last);
        assertTrue(sent() >= size && sent() < 2 * size, () -> sent() + " of " + size + " bytes were sent");
    }

    private double bar() {
        return lookup("#downloads .progress-bar").queryAs(ProgressBar.class).getProgress();
    }

    private void begin() {
        online();
        hub.faults().slow(SLOW);
        download("tiny", REPO);
        until(() -> shows("#downloads", "downloading") && sent() > SOME);
    }

    @Test
    void itIsPausedResumedAndCancelledAndGoesOnWhereItWas() {
        begin();
        until(() -> bar() > 0.05 && bar() < 1);
        until(() -> shows("#downloads", "/s") && shows("#downloads", "of 5.2 MB"));
        until(() -> text("#status-job").contains("%"));

        press("#downloads", "Pause");
        until(() -> shows("#downloads", "paused"));
        until(() -> hub.connections() == 0);
        until(() -> text("#status-job").isEmpty());
        long atPause = sent();
        press("#downloads", "Resume");
        until(() -> shows("#downloads", "downloading") && sent() > atPause + SOME);

        press("#downloads", "Cancel");
        until(() -> shows("#downloads", "cancelled"));
        until(() -> hub.connections() == 0);
        hub.faults().slow(0);
        press("#unfinished", "Resume");
        until(() -> shows("#downloads", "done"));
        until(() -> lookup("#unfinished .card").tryQuery().isEmpty());
        cameOnce();
    }

    @Test
    void anotherWindowShowsItAndItOutlivesTheWholeFleet() {
        begin();
        anotherWindow();
        interact(() -> graph.frame.reveal("models", "downloads"));
        until(() -> shows("#downloads", "downloading") && bar() > 0.05);
        long atSecond = sent();
        until(() -> sent() > atSecond + SLOW);

        allAgain();
        assertEquals(0, hub.connections());
        interact(() -> graph.frame.reveal("models", "downloads"));
        until(() -> shows("#unfinished", "of 5.2 MB"));
        hub.faults().slow(0);
        press("#unfinished", "Resume");
        until(() -> shows("#downloads", "done"));
        cameOnce();
    }

    @Test
    void whatTheHubRefusesIsSaidWithWhatHelps() throws Exception {
        online();
        hub.repo("makers/closed-GGUF").file("closed-F16.gguf", tiny()).gated();
        download("closed", "makers/closed-GGUF");
        until(() -> shows("#downloads", "failed"));
        until(() -> shows("#downloads", "HF_TOKEN"));
        assertTrue(lookup("#unfinished .card").queryAll().isEmpty(), "nothing came, so nothing can go on");

        hub.faults().wrongContent(true);
        download("tiny", REPO);
        until(() -> shows("#downloads", "other bytes than were promised"));
        hub.faults().wrongContent(false);
        press("#downloads", "Try again");
        until(() -> shows("#downloads", "done"));
    }
}
