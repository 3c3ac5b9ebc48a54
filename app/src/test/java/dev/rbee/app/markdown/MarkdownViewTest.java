package dev.rbee.app.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class MarkdownViewTest extends ApplicationTest {
    private final List<String> opened = new ArrayList<>();

    private @Nullable Stage window;

    @Override
    public void start(Stage stage) {
        window = stage;
    }

    private MarkdownView shown(String markdown) {
        MarkdownView view = new MarkdownView(opened::add);
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
        for (String expected : new String[] {"Head", "bold", "code", "one", "1", "java", "int", " x;"}) {
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
        MarkdownView view = shown("""
                <script>alert(1)</script>

                [words](https://example.org/a) ![alt](http://x/y.png) and https://example.org/b.
                """);
        String all = String.join("", texts(view));
        assertTrue(all.contains("<script>alert(1)</script>"), all);
        assertTrue(all.contains("words") && all.contains("alt"), all);
        List<Text> links = links(view);
        assertEquals(
                List.of("https://example.org/a", "http://x/y.png", "https://example.org/b"),
                links.stream().map(Run::address).toList());
        assertEquals(List.of(), opened);
        interact(() -> links.getFirst().getOnMouseClicked().handle(click()));
        assertEquals(List.of("https://example.org/a"), opened);
    }

    private static List<Text> links(Parent parent) {
        List<Text> all = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Text text && text.getStyleClass().contains("link")) {
                all.add(text);
            } else if (child instanceof Parent more) {
                all.addAll(links(more));
            }
        }
        return all;
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    @Test
    void listsHaveTheirBoxesAndNumbersAndWordsTheirLines() {
        List<String> texts = texts(shown("""
                3. three
                4. four
                   - [x] done
                   - [ ] open

                ~~gone~~ costs $5 and $6, but $x^2_i$ and \\(a_b\\) are sums
                """));
        for (String expected : new String[] {"3.", "4.", "☑", "☐", "done", "open", "gone", "x^2_i", "a_b"}) {
            assertTrue(texts.contains(expected), expected + " in " + texts);
        }
        assertTrue(texts.contains(" costs $5 and $6, but "), texts.toString());
    }

    /** However it is cut on its way, in the end the same is shown as if it had come at once. */
    @Test
    void pieceByPieceComesToTheSameAsAtOnce() {
        String markdown = """
                # Title

                One *two* three.

                - a
                  - b

                    ```java
                    int x = 1; // one
                    String s = \"\"\"
                        text
                        \"\"\";
                    ```
                - c

                > quote
                > 1. inside

                | a | b |
                |:-:|---|
                | 1 | `x` |

                Title
                =====

                [ref] is late.

                [ref]: https://example.org
                """;
        MarkdownView grown = new MarkdownView(opened::add);
        for (int i = 1; i <= markdown.length(); i += 3) {
            int end = i;
            interact(() -> grown.show(markdown.substring(0, end)));
        }
        interact(() -> grown.show(markdown));
        assertEquals(texts(shown(markdown)), texts(grown));
    }

    @Test
    void aListingKeepsTheLinesThatAreThere() {
        StringBuilder code = new StringBuilder("```python\n");
        MarkdownView view = new MarkdownView(opened::add);
        for (int i = 0; i < 100; i++) {
            code.append("print(").append(i).append(")  # say it\n");
        }
        interact(() -> view.show(code.toString()));
        Node block = view.getChildren().getFirst();
        interact(() -> view.show(code + "x = 1\n```\n"));
        assertSame(block, view.getChildren().getFirst());
        assertTrue(texts(view).contains("99") && texts(view).contains("print"));
    }

    @Test
    void whatIsSelectedCanBeCopied() {
        MarkdownView view = shown("One **two**\n\n- three\n- four");
        interact(
                () -> view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, true, false, false)));
        assertEquals("One two\nthree\nfour", view.selected());
    }

    private void key(MarkdownView view, KeyCode code, boolean shift, boolean control) {
        interact(() -> view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
    }

    private MarkdownView laidOut(String markdown) {
        MarkdownView view = shown(markdown);
        interact(() -> {
            Stage stage = Objects.requireNonNull(window);
            stage.setScene(new Scene(view, 400, 400));
            stage.show();
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
        });
        return view;
    }

    @Test
    void theKeyboardSelectsOverParagraphs() {
        MarkdownView view = laidOut("One **two** three\n\nfour five\n\n- six\n- seven");
        key(view, KeyCode.RIGHT, false, true);
        assertEquals("", view.selected());
        key(view, KeyCode.RIGHT, true, true);
        assertEquals(" two", view.selected());
        key(view, KeyCode.DOWN, true, false);
        assertTrue(view.selected().startsWith(" two three\nfour"), view.selected());
        key(view, KeyCode.LEFT, true, false);
        key(view, KeyCode.END, true, true);
        assertEquals(" two three\nfour five\nsix\nseven", view.selected());
        key(view, KeyCode.HOME, true, true);
        assertEquals("One", view.selected());
        key(view, KeyCode.ESCAPE, false, false);
        assertEquals("", view.selected());
    }

    @Test
    void allOfItIsCopiedWithItsMarksWhereThatIsWished() {
        MarkdownView view = laidOut("One **two**");
        view.copiesMarks(() -> true);
        key(view, KeyCode.A, false, true);
        key(view, KeyCode.C, false, true);
        interact(
                () -> assertEquals("One **two**", Clipboard.getSystemClipboard().getString()));
        view.copiesMarks(() -> false);
        key(view, KeyCode.C, false, true);
        interact(() -> assertEquals("One two", Clipboard.getSystemClipboard().getString()));
        assertEquals("One **two**", view.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void anUnfinishedAnswerIsNoMistake() {
        shown("```java\nint x = 1");
        shown("| a | b");
        shown("1. ");
        shown("");
        shown("**never closed");
    }

    /** Twice the answer costs twice the reading, not four times: only its end is read again. */
    @Test
    void aLongAnswerIsReadInProportionToItsLength() {
        String part = "## Head\n\nSome **words** in a paragraph.\n\n- one\n- two\n\n```java\nint x;\n```\n\n";
        long once = read(part.repeat(20));
        long twice = read(part.repeat(40));
        assertTrue(twice < 2.1 * once, once + " and then " + twice);
        assertTrue(once < 40L * part.length() * 20, "one character is read " + once / (part.length() * 20L) + " times");
    }

    private long read(String markdown) {
        MarkdownView view = new MarkdownView(opened::add);
        interact(() -> {
            for (int i = 4; i < markdown.length(); i += 4) {
                view.show(markdown.substring(0, i));
            }
        });
        return view.charactersRead();
    }

    @Test
    void aTextThatGrowsIsNotMadeAnew() {
        String table = "\n\n| a | b |\n|---|---|\n| one | tw";
        MarkdownView view = shown("Begin **bold** and mo");
        Text last = allTexts(view).getLast();
        interact(() -> view.show("Begin **bold** and more"));
        assertSame(last, allTexts(view).getLast());
        assertEquals(" and more", last.getText());
        interact(() -> view.show("Begin **bold** and more" + table));
        Text cell = allTexts(view).getLast();
        interact(() -> view.show("Begin **bold** and more" + table + "o |\n| three |"));
        assertTrue(allTexts(view).contains(cell));
        assertEquals("two", cell.getText());
    }

    @Test
    void aLinkThatGrowsLeadsToItsNewAddress() {
        MarkdownView view = shown("https://example.org/a");
        interact(() -> view.show("https://example.org/abc"));
        assertEquals(
                List.of("https://example.org/abc"),
                links(view).stream().map(Run::address).toList());
    }

    /** What is above the end keeps its height; only what changed is measured again. */
    @Test
    void whatIsFinishedStaysAsHighAsItIs() {
        MarkdownView view = shown("> quoted words\n\n- a\n  - b\n\nThe end");
        MarkdownView atOnce = shown("> quoted words\n\n- a\n  - b\n\nThe end" + " and much more".repeat(40));
        interact(() -> {
            Scene one = new Scene(view, 300, 400);
            Scene other = new Scene(atOnce, 300, 400);
            one.getRoot().applyCss();
            other.getRoot().applyCss();
            double before = view.prefHeight(300);
            view.show("> quoted words\n\n- a\n  - b\n\nThe end" + " and much more".repeat(40));
            view.applyCss();
            assertTrue(view.prefHeight(300) > before);
            assertEquals(atOnce.prefHeight(300), view.prefHeight(300), 0.01);
            assertTrue(view.prefHeight(200) > view.prefHeight(300));
        });
    }

    private static List<Text> allTexts(Parent parent) {
        List<Text> all = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Text text) {
                all.add(text);
            } else if (child instanceof Parent more) {
                all.addAll(allTexts(more));
            }
        }
        return all;
    }
}
