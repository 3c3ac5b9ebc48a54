package dev.rbee.app.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;

/** What somebody else said. */
final class Quote extends Blocks implements Growing {
    Quote(BlockQuote quote, Source source) {
        super("quote");
        show(0, inside(quote), source);
    }

    @Override
    public boolean grow(Block block, Source source) {
        if (block instanceof BlockQuote quote) {
            show(0, inside(quote), source);
            return true;
        }
        return false;
    }
}
