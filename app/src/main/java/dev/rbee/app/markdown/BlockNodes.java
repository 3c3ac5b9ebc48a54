package dev.rbee.app.markdown;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;

/** One node of the screen for each block of Markdown. */
final class BlockNodes {
    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), StrikethroughExtension.create());

    private BlockNodes() {}

    static Node of(Block block, Source source) {
        return switch (block) {
            case FencedCodeBlock code -> new CodeBlock(code.getInfo() == null ? "" : code.getInfo(), code.getLiteral());
            case IndentedCodeBlock code -> new CodeBlock("", code.getLiteral());
            case HtmlBlock html -> new CodeBlock("html", html.getLiteral());
            case TableBlock table -> new TableNode(table, source);
            case ListBlock list -> new Items(list, source);
            case BlockQuote quote -> new Quote(quote, source);
            case ThematicBreak rule -> styled(new Region(), "rule");
            case LinkReferenceDefinition definition -> hidden();
            default -> new Passage(block, source);
        };
    }

    private static Region hidden() {
        Region nothing = new Region();
        nothing.setManaged(false);
        return nothing;
    }

    static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
