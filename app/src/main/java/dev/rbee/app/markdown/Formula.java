package dev.rbee.app.markdown;

import org.commonmark.node.CustomNode;

/** Mathematics as it was written; shown like code. */
final class Formula extends CustomNode {
    private final String literal;

    Formula(String literal) {
        this.literal = literal;
    }

    String literal() {
        return literal;
    }
}
