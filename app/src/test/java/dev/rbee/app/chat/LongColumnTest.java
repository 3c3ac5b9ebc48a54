package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class LongColumnTest extends ApplicationTest {
    private final Map<String, Double> real = new HashMap<>();
    private LongColumn<String> column;

    private static final class Box extends Turn {
        private final Region inside = new Region();

        Box(double height) {
            inside.setMinHeight(height);
            getChildren().add(inside);
        }

        @Override
        void dispose() {}

        @Override
        boolean find(String words, boolean forward, boolean anew) {
            return false;
        }

        @Override
        void unselect() {}
    }

    @Override
    public void start(Stage stage) {
        column = new LongColumn<>(item -> new Box(real.getOrDefault(item, 80.0)), item -> 50);
        stage.setScene(new Scene(column, 400, 300));
        stage.show();
    }

    private static List<String> items(int count) {
        return IntStream.range(0, count).mapToObj(i -> ("m" + i).intern()).toList();
    }

    private void show(List<String> items) {
        interact(() -> column.show(items));
        settle();
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            interact(column::layout);
        }
    }

    private void grow(String item, double height) {
        real.put(item, height);
        interact(() -> {
            if (column.turnOf(item) instanceof Box box) {
                box.inside.setMinHeight(height);
            }
        });
        settle();
    }

    private double top(String item) {
        Turn turn = column.turnOf(item);
        assertTrue(turn != null, item + " is in sight");
        return turn.getLayoutY();
    }

    @Test
    void atTheEndItFollows() {
        show(items(50));
        interact(column::toEnd);
        settle();
        grow("m49", 500);
        assertTrue(column.atEnd().get());
        assertEquals(300 - 24 - 500, top("m49"), 1);
        List<String> more = new ArrayList<>(items(50));
        more.add("new");
        show(more);
        assertEquals(300 - 24 - 80, top("new"), 1);
    }

    @Test
    void elsewhereWhatIsReadStaysWhereItIs() {
        show(items(50));
        interact(() -> column.move(-600));
        settle();
        assertFalse(column.atEnd().get());
        String read = items(50).stream()
                .filter(item -> column.turnOf(item) != null && top(item) > 20)
                .findFirst()
                .orElseThrow();
        double before = top(read);
        for (int height = 90; height < 600; height += 50) {
            grow("m49", height);
        }
        show(items(55));
        assertEquals(before, top(read), 1);
        interact(column::toEnd);
        settle();
        assertTrue(column.atEnd().get());
    }

    @Test
    void whatIsShortBeginsAtTheTop() {
        show(items(2));
        assertEquals(16, top("m0"), 1);
        assertTrue(column.atEnd().get());
    }

    @Test
    void ofTenThousandOnlyThoseInSightExist() {
        Random random = new Random(3);
        items(10_000).forEach(item -> real.put(item, 40.0 + random.nextInt(400)));
        show(items(10_000));
        assertTrue(column.getChildrenUnmodifiable().size() < 40);
        interact(column::toEnd);
        settle();
        assertEquals(300 - 24 - real.getOrDefault("m9999", 0.0), top("m9999"), 1);
        interact(() -> column.reveal("m5000"));
        settle();
        assertEquals(16, top("m5000"), 1);
        // What is above turns out to be of another height than was guessed: nothing in sight moves by more than was
        // asked for.
        double before = top("m5000");
        for (int i = 0; i < 30; i++) {
            interact(() -> column.move(-7));
            settle();
        }
        assertEquals(before + 210, top("m5000"), 1.5);
        assertTrue(column.getChildrenUnmodifiable().size() < 60);
    }
}
