package dev.rbee.app.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown as nodes of the screen, also while it is still being written: blocks whose source did not change keep their
 * nodes, so that only the last one moves. JavaFX thread only.
 */
public final class MarkdownView extends VBox {
    private final Parser parser = Parser.builder()
            .extensions(BlockNodes.EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private final List<String> sources = new ArrayList<>();

    /** Empty. */
    public MarkdownView() {
        getStyleClass().add("md");
        setFillWidth(true);
    }

    /** Shows this text. Raw HTML in it is shown as text, images as their words, nothing is ever fetched. */
    public void show(String markdown) {
        List<Block> blocks = new ArrayList<>();
        List<String> now = new ArrayList<>();
        Node document = parser.parse(markdown);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Block block) {
                blocks.add(block);
                now.add(source(markdown, block));
            }
        }
        int same = 0;
        while (same < now.size() && same < sources.size() && now.get(same).equals(sources.get(same))) {
            same++;
        }
        getChildren().remove(same, getChildren().size());
        for (Block block : blocks.subList(same, blocks.size())) {
            getChildren().add(BlockNodes.of(block));
        }
        sources.clear();
        sources.addAll(now);
        setAccessibleText(markdown);
    }

    private static String source(String markdown, Block block) {
        List<SourceSpan> spans = block.getSourceSpans();
        if (spans.isEmpty()) {
            return block.getClass().getName();
        }
        SourceSpan last = spans.getLast();
        int end = Math.min(markdown.length(), last.getInputIndex() + last.getLength());
        return block.getClass().getSimpleName() + ":"
                + markdown.substring(spans.getFirst().getInputIndex(), end);
    }
}
