package dev.rbee.app.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.commonmark.node.Block;

/** Blocks under each other; those whose source did not change keep their nodes, the last one grows where it can. */
class Blocks extends Column {
    private final List<String> sources = new ArrayList<>();

    Blocks(String style) {
        getStyleClass().add(style);
        setFillWidth(true);
    }

    /** Keeps the first {@code kept} nodes and shows these after them. */
    final void show(int kept, List<Block> blocks, Source source) {
        List<String> now = blocks.stream().map(source::of).toList();
        int same = 0;
        while (same < now.size()
                && kept + same < sources.size()
                && now.get(same).equals(sources.get(kept + same))) {
            same++;
        }
        int at = kept + same;
        int next = same;
        boolean grown = next < blocks.size()
                && at < getChildren().size()
                && getChildren().get(at) instanceof Growing growing
                && growing.grow(blocks.get(next), source);
        if (grown) {
            next++;
        }
        getChildren().remove(grown ? at + 1 : at, getChildren().size());
        List<Node> fresh = new ArrayList<>();
        for (Block block : blocks.subList(next, blocks.size())) {
            fresh.add(BlockNodes.of(block, source));
        }
        getChildren().addAll(fresh);
        sources.subList(at, sources.size()).clear();
        sources.addAll(now.subList(same, now.size()));
    }

    /** Makes all of it anew the next time. */
    final void forget() {
        getChildren().clear();
        sources.clear();
    }

    /** The blocks inside that one. */
    static List<Block> inside(org.commonmark.node.Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block block) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
