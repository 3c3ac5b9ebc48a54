package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.table.DetailPane;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Where the pane beside a table is read from. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class DetailPaneTest extends WindowTest {
    private DetailPane pane;

    @Override
    public void start(Stage stage) {
        pane = new DetailPane(() -> {});
        pane.setVisible(true);
        pane.setManaged(true);
        show("w-1", 80);
        stage.setScene(new Scene(pane, 340, 400));
        stage.show();
    }

    private void show(String id, int lines) {
        pane.about(id, "demo");
        pane.fill(
                IntStream.range(0, lines).mapToObj(n -> new Label("line " + n)).toArray(Node[]::new));
    }

    private ScrollPane scroll() {
        return from(pane).lookup(".scroll-pane").query();
    }

    @Test
    void anotherSubjectIsReadFromItsTopAndTheSameOneFromWhereItWas() {
        interact(() -> scroll().setVvalue(0.5));
        interact(() -> show("w-1", 80));
        assertTrue(scroll().getVvalue() > 0.3, "the same worker again, with news");
        interact(() -> pane.setVisible(false));
        interact(() -> {
            pane.setVisible(true);
            show("w-2", 120);
        });
        assertEquals(0, scroll().getVvalue(), "another worker of the same model");
    }
}
