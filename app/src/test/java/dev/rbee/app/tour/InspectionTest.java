package dev.rbee.app.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The eye that looks at pages sees what it is to see, and nothing else. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class InspectionTest extends ApplicationTest {
    private Scene scene;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(Application.STYLESHEET_MODENA); // whatever look other tests have left
        scene = new Scene(new Pane(), 400, 200);
        stage.setScene(scene);
        stage.show();
    }

    private List<String> faults(javafx.scene.Parent root) {
        interact(() -> scene.setRoot(root));
        return scene(() -> Inspection.of(scene));
    }

    private <T> T scene(java.util.concurrent.Callable<T> call) {
        try {
            var task = new java.util.concurrent.FutureTask<>(call);
            interact(task);
            return task.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSoundPageHasNoFaults() {
        Label title = new Label("Hives");
        title.setTextFill(Color.BLACK);
        assertEquals(List.of(), faults(new HBox(8, title)));
    }

    @Test
    void cutTextIsSeenUnlessATooltipSaysIt() {
        Label long1 = new Label("A hive with quite a long name");
        long1.setMaxWidth(60);
        List<String> faults = faults(new HBox(long1));
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.getFirst().startsWith("cut: \"A hive with quite"), faults.toString());
        Label told = new Label("A hive with quite a long name");
        told.setMaxWidth(60);
        told.setTooltip(new Tooltip(told.getText()));
        assertEquals(List.of(), faults(new HBox(told)));
    }

    @Test
    void whatSticksOutIsSeen() {
        Button button = new Button("Start worker");
        HBox row = new HBox(button);
        button.setMinWidth(160);
        row.setMinWidth(50);
        row.setMaxWidth(50);
        Pane root = new Pane(row);
        row.resizeRelocate(0, 0, 50, 30);
        List<String> out = faults(root);
        assertTrue(out.stream().anyMatch(fault -> fault.startsWith("sticks out")), out.toString());
        Button away = new Button("Far away");
        away.relocate(scene.getWidth() - 10, 10);
        List<String> gone = faults(new Pane(new javafx.scene.Group(away)));
        assertTrue(gone.stream().anyMatch(fault -> fault.startsWith("outside of the window")), gone.toString());
    }

    @Test
    void aCutPromptIsSeen() {
        TextField field = new TextField();
        field.setPromptText("Search all of the models that there are");
        field.setMaxWidth(80);
        assertTrue(faults(new HBox(field)).getFirst().startsWith("cut: the prompt"));
        interact(() -> field.setMaxWidth(380));
        interact(() -> field.setPrefWidth(380));
        assertEquals(List.of(), faults(scene(() -> new HBox(field))));
    }

    @Test
    void whatIsHardToHitIsSeen() {
        Button small = new Button("x");
        small.setMaxSize(18, 18);
        small.setMinSize(18, 18);
        List<String> faults = faults(new HBox(small));
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("tiny, 18x18")), faults.toString());
    }

    @Test
    void whatLiesOverEachOtherIsSeenButNotLayers() {
        Button one = new Button("One of them");
        Button other = new Button("The other one");
        List<String> faults = faults(new HBox(-40, one, other));
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.getFirst().startsWith("covered: "), faults.toString());
        assertEquals(List.of(), faults(scene(() -> new StackPane(one, other))));
    }

    @Test
    void silentControlsAreSeen() {
        Button icon = new Button("", new Rectangle(16, 16));
        assertEquals(List.of("silent: HBox.root > Button.button"), faults(new HBox(icon)));
        interact(() -> icon.setAccessibleText("Copy"));
        assertEquals(List.of(), faults(scene(() -> new HBox(icon))));
    }

    @Test
    void faintTextIsSeen() {
        Label faint = new Label("Hardly to be read");
        faint.setTextFill(Color.web("#aaaaaa"));
        HBox white = new HBox(faint);
        white.setStyle("-fx-background-color: white;");
        List<String> faults = faults(white);
        assertTrue(faults.getFirst().startsWith("faint, 2.32:1"), faults.toString());
        HBox black = scene(() -> new HBox(faint));
        black.setStyle("-fx-background-color: black;");
        assertEquals(List.of(), faults(black));
        assertEquals(21, Faint.ratio(Color.BLACK, Color.WHITE), 0.01);
    }
}
