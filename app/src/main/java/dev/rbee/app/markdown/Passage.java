package dev.rbee.app.markdown;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;

/** A paragraph or a heading. */
final class Passage extends Column implements Growing {
    private final Words words = new Words();
    private final Class<? extends Block> kind;
    private final String style;

    Passage(Block block, Source source) {
        kind = block.getClass();
        style = style(block);
        words.setLineSpacing(3);
        getChildren().add(words);
        show(block, source);
    }

    private static String style(Block block) {
        return block instanceof Heading heading ? "h" + Math.min(4, heading.getLevel()) : "";
    }

    @Override
    public boolean grow(Block block, Source source) {
        if (block.getClass() == kind && style(block).equals(style)) {
            show(block, source);
            return true;
        }
        return false;
    }

    private void show(Block block, Source source) {
        words.show(Inlines.of(block, style.isEmpty() ? List.of() : List.of(style)), source.open());
    }
}
