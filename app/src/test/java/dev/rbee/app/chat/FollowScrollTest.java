package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class FollowScrollTest extends ApplicationTest {
    private Region content;
    private FollowScroll scroll;

    @Override
    public void start(Stage stage) {
        content = new Region();
        content.setMinHeight(1000);
        scroll = new FollowScroll(content);
        stage.setScene(new Scene(scroll, 300, 200));
        stage.show();
    }

    private void grow(double height) {
        interact(() -> {
            content.setMinHeight(height);
            scroll.layout();
        });
    }

    @Test
    void atTheEndItFollows() {
        grow(1500);
        assertTrue(scroll.atEnd().get());
        assertEquals(1.0, scroll.getVvalue(), 0.001);
    }

    @Test
    void elsewhereWhatIsReadStaysWhereItIs() {
        interact(() -> scroll.setVvalue(0.5));
        assertFalse(scroll.atEnd().get());
        double before = scroll.offset();
        for (int height = 1010; height < 2000; height += 70) {
            grow(height);
        }
        assertEquals(
                before,
                scroll.getVvalue()
                        * (content.getHeight() - scroll.getViewportBounds().getHeight()),
                1.0);
        interact(scroll::toEnd);
        grow(3000);
        assertEquals(1.0, scroll.getVvalue(), 0.001);
    }
}
