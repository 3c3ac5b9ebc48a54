package dev.rbee.app.markdown;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/** One node of the screen for each block of Markdown. */
final class BlockNodes {
    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private BlockNodes() {}

    static Node of(org.commonmark.node.Node block) {
        return switch (block) {
            case Heading heading -> Inlines.flow(heading, "h" + Math.min(3, heading.getLevel()));
            case FencedCodeBlock code -> new CodeBlock(code.getInfo(), code.getLiteral());
            case IndentedCodeBlock code -> new CodeBlock("", code.getLiteral());
            case HtmlBlock html -> new CodeBlock("html", html.getLiteral());
            case TableBlock table -> TableNode.of(table);
            case ListBlock list -> list(list);
            case BlockQuote quote -> styled(children(quote), "quote");
            case ThematicBreak rule -> styled(new Region(), "rule");
            default -> Inlines.flow(block);
        };
    }

    private static VBox list(ListBlock list) {
        VBox box = styled(new VBox(), "items");
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            Text text = styled(new Text(list instanceof OrderedList ? number + "." : "•"), "mark");
            TextFlow mark = new TextFlow(text);
            mark.setMinWidth(list instanceof OrderedList ? 24 : 14);
            VBox body = styled(children(item), "item-body");
            HBox.setHgrow(body, Priority.ALWAYS);
            box.getChildren().add(styled(new HBox(mark, body), "item"));
            number++;
        }
        return box;
    }

    private static VBox children(org.commonmark.node.Node parent) {
        VBox box = new VBox();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block) {
                box.getChildren().add(of(child));
            }
        }
        return box;
    }

    static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
