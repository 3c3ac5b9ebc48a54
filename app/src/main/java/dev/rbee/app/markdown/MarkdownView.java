package dev.rbee.app.markdown;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.commonmark.node.Block;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown as nodes of the screen, also while it is still being written: only the end of a text that grows is read again, and blocks whose
 * source did not change keep their nodes. What it shows can be selected and copied. JavaFX thread only.
 */
public final class MarkdownView extends Blocks {
    /** Blocks at the end that what follows may still change. */
    private static final int OPEN = 2;

    private final Parser parser = Parser.builder()
            .extensions(BlockNodes.EXTENSIONS)
            .customInlineContentParserFactory(new Formulas())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private final Consumer<String> open;
    private final Selection selection;
    private String shown = "";
    /** Where the text that is read again begins, and how many blocks stand before it. */
    private int begin;

    private int kept;
    private List<String> references = List.of();
    private long read;

    /** {@code open} gets the address of a link that was clicked. */
    public MarkdownView(Consumer<String> open) {
        super("md");
        this.open = open;
        selection = new Selection(this);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Whether all of it, when it is selected and copied, is copied with its marks; else the words that are seen. */
    public void copiesMarks(BooleanSupplier marks) {
        selection.whole(() -> marks.getAsBoolean() ? shown : null);
    }

    /** Selects the next place with these words and brings it to the eye; {@code anew} from the beginning or the end. */
    public boolean find(String words, boolean forward, boolean anew) {
        return selection.find(words, forward, anew);
    }

    /** Nothing is selected any more. */
    public void unselect() {
        selection.clear();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? getAccessibleText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Shows this text. Raw HTML in it is shown as text, images as their words, nothing is ever fetched. */
    public void show(String markdown) {
        if (!markdown.startsWith(shown) || shown.isEmpty() || !references.isEmpty()) {
            begin = 0;
            kept = 0;
        }
        shown = markdown;
        List<Block> blocks = read();
        List<String> found = blocks.stream()
                .filter(LinkReferenceDefinition.class::isInstance)
                .map(LinkReferenceDefinition.class::cast)
                .map(each -> each.getLabel() + " " + each.getDestination())
                .toList();
        if (!found.equals(references)) {
            // It may stand anywhere and change what came before.
            references = found;
            begin = 0;
            kept = 0;
            forget();
            blocks = read();
        }
        show(kept, blocks, new Source(markdown.substring(begin), open));
        settle(blocks);
        setAccessibleText(markdown);
    }

    private List<Block> read() {
        String end = shown.substring(begin);
        read += end.length();
        return inside(parser.parse(end));
    }

    /** Characters that were read so far, those that were read again among them. */
    long charactersRead() {
        return read;
    }

    /** What is selected of it. */
    public String selected() {
        return selection.selected();
    }

    private void settle(List<Block> blocks) {
        int settled = blocks.size() - OPEN;
        int start = settled > 0 ? Source.start(blocks.get(settled)) : -1;
        if (start > 0) {
            begin += start;
            kept += settled;
        }
    }
}
