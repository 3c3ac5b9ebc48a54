package dev.rbee.app.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrayFiguresTest {
    @Test
    void itSaysHowTheFleetIsAndWhatCanBeDone() {
        assertEquals(
                new TrayWords("rbee · no hives · no workers", "no hives · no workers", "Stop queen"),
                TrayFigures.of(FleetView.empty(new Link.Connected("http://127.0.0.1:1")), true));
        Link away = new Link.Away(Instant.EPOCH, null, Problem.of(ProblemCode.UNREACHABLE, "gone", null), true);
        assertEquals("Start queen", TrayFigures.of(FleetView.empty(away), true).queen());
        assertEquals("", TrayFigures.of(FleetView.empty(away), false).queen());
        assertEquals(
                "",
                TrayFigures.of(FleetView.empty(new Link.Starting("…")), true).queen());
    }

    @Test
    void awtIsNotEvenAskedWhereThereIsNoTrayForSure() {
        assertFalse(Desktop.mayHaveTray("Linux", Map.of("XDG_CURRENT_DESKTOP", "KDE")));
        assertFalse(Desktop.mayHaveTray("Linux", Map.of("DISPLAY", ":0", "XDG_CURRENT_DESKTOP", "ubuntu:GNOME")));
        assertFalse(Desktop.mayHaveTray("Mac OS X", Map.of("DISPLAY", ":0")));
        assertTrue(Desktop.mayHaveTray("Linux", Map.of("DISPLAY", ":0", "XDG_CURRENT_DESKTOP", "XFCE")));
        assertTrue(Desktop.mayHaveTray("Windows 11", Map.of()));
    }
}
