package dev.rbee.app.launch;

import static org.awaitility.Awaitility.await;

import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of the window ask of it. */
abstract class WindowTest extends ApplicationTest {
    /** A look that no desktop changes. */
    static Look light() {
        Look look = new Look();
        look.choose(Theme.LIGHT);
        return look;
    }

    /** Shows it in a window of that size, px, and starts it. */
    static void show(Graph graph, Stage stage, double width, double height) {
        stage.setScene(graph.scene(width, height));
        graph.ownedBy(stage);
        stage.show();
        graph.control.start();
    }

    /** Whether words are seen there: what is hidden, or in something hidden, does not count. */
    final boolean shows(String where, String text) {
        Node root = lookup(where).query();
        Predicate<Node> says = node -> ((node instanceof Labeled label && has(label.getText(), text))
                        || (node instanceof Text words && has(words.getText(), text)))
                && seen(node);
        return from(root).lookup(says).tryQuery().isPresent();
    }

    static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(@Nullable String text, String part) {
        return text != null && text.contains(part);
    }

    final String text(String where) {
        return lookup(where).tryQuery().map(node -> ((Labeled) node).getText()).orElse("");
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
