package dev.rbee.app.markdown;

import org.commonmark.node.Block;

/** The node of a block that can take a longer form of it without being made anew. */
interface Growing {
    /** Shows the block instead of the one before; false where it must be made anew. */
    boolean grow(Block block, Source source);
}
