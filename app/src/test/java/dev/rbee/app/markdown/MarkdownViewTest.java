package dev.rbee.app.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class MarkdownViewTest extends ApplicationTest {
    @Override
    public void start(Stage stage) {}

    private MarkdownView shown(String markdown) {
        MarkdownView view = new MarkdownView();
        interact(() -> view.show(markdown));
        return view;
    }

    private static List<String> texts(Node node) {
        List<String> all = new ArrayList<>();
        if (node instanceof Text text) {
            all.add(text.getText());
        } else if (node instanceof Labeled label) {
            all.add(label.getText());
        } else if (node instanceof ScrollPane scroll) {
            all.addAll(texts(scroll.getContent()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(texts(child)));
        }
        return all;
    }

    @Test
    void blocksBecomeNodes() {
        MarkdownView view = shown("""
                # Head

                Some **bold** and `code`.

                - one
                - two

                | a | b |
                |---|---|
                | 1 | 2 |

                ```java
                int x;
                ```
                """);
        assertEquals(5, view.getChildren().size());
        assertTrue(view.getChildren().get(3) instanceof GridPane);
        List<String> texts = texts(view);
        for (String expected : new String[] {"Head", "bold", "code", "one", "1", "java", "int x;"}) {
            assertTrue(texts.contains(expected), expected + " in " + texts);
        }
    }

    @Test
    void whileItGrowsOnlyTheLastBlockIsMadeAnew() {
        MarkdownView view = shown("First.\n\nSecond");
        Node first = view.getChildren().getFirst();
        interact(() -> view.show("First.\n\nSecond and more\n\nThird"));
        assertSame(first, view.getChildren().getFirst());
        assertEquals(3, view.getChildren().size());
        interact(() -> view.show("Anew"));
        assertEquals(List.of("Anew"), texts(view));
    }

    @Test
    void htmlAndLinksAreShownNotFollowed() {
        MarkdownView view = shown("<script>alert(1)</script>\n\n[words](https://example.org) ![alt](http://x/y.png)");
        String all = String.join(" ", texts(view));
        assertTrue(all.contains("<script>alert(1)</script>"));
        assertTrue(all.contains("(https://example.org)"));
        assertTrue(all.contains("alt"));
    }

    @Test
    void anUnfinishedAnswerIsNoMistake() {
        shown("```java\nint x = 1");
        shown("| a | b");
        shown("1. ");
        shown("");
        shown("**never closed");
    }
}
