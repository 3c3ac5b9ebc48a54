package dev.rbee.app.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The text inside a block, with its emphasis. Links are shown with their address, never opened by themselves. */
final class Inlines {
    private final TextFlow flow = new TextFlow();

    private Inlines() {}

    static TextFlow flow(Node parent, String... styles) {
        Inlines inlines = new Inlines();
        inlines.add(parent, List.of(styles));
        inlines.flow.setLineSpacing(3);
        return inlines.flow;
    }

    private void add(Node parent, List<String> styles) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> text(text.getLiteral(), styles);
                case Code code -> text(code.getLiteral(), with(styles, "code"));
                case StrongEmphasis strong -> add(strong, with(styles, "bold"));
                case Emphasis emphasis -> add(emphasis, with(styles, "italic"));
                case Link link -> link(link, styles);
                case Image image -> add(image, with(styles, "italic"));
                case SoftLineBreak line -> text(" ", styles);
                case HardLineBreak line -> text("\n", styles);
                case HtmlInline html -> text(html.getLiteral(), with(styles, "code"));
                default -> add(node, styles);
            }
        }
    }

    private void link(Link link, List<String> styles) {
        int before = flow.getChildren().size();
        add(link, with(styles, "link"));
        StringBuilder words = new StringBuilder();
        flow.getChildren().stream()
                .skip(before)
                .map(Text.class::cast)
                .map(Text::getText)
                .forEach(words::append);
        if (!words.toString().equals(link.getDestination())) {
            text(" (" + link.getDestination() + ")", with(styles, "mark"));
        }
    }

    private void text(String literal, List<String> styles) {
        Text text = new Text(literal);
        text.getStyleClass().addAll(styles);
        flow.getChildren().add(text);
    }

    private static List<String> with(List<String> styles, String more) {
        List<String> all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }
}
