package dev.rbee.app.markdown;

import java.util.List;
import java.util.function.Consumer;
import org.commonmark.node.Block;
import org.commonmark.node.SourceSpan;

/**
 * The text that blocks were read from.
 *
 * @param open is given the address of a link that was clicked
 */
record Source(String text, Consumer<String> open) {
    /** What tells a block from an earlier form of it. */
    String of(Block block) {
        List<SourceSpan> spans = block.getSourceSpans();
        if (spans.isEmpty()) {
            return block.getClass().getName();
        }
        SourceSpan last = spans.getLast();
        int end = Math.min(text.length(), last.getInputIndex() + last.getLength());
        return block.getClass().getSimpleName() + ":"
                + text.substring(spans.getFirst().getInputIndex(), end);
    }

    /** Where it begins; -1 where that is not known. */
    static int start(Block block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return spans.isEmpty() ? -1 : spans.getFirst().getInputIndex();
    }
}
