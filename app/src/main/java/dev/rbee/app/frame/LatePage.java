package dev.rbee.app.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A page that is made when it is needed first, so that the window need not wait for those nobody looks at. JavaFX thread only. */
public final class LatePage<P extends Page> implements Page {
    private final PageFace face;
    private final Supplier<P> maker;
    private @Nullable P made;

    /** {@code maker} is asked once. */
    public LatePage(PageFace face, Supplier<P> maker) {
        this.face = face;
        this.maker = maker;
    }

    /** The page itself, made now where it is not yet. */
    public P page() {
        P page = made;
        if (page == null) {
            page = maker.get();
            made = page;
        }
        return page;
    }

    /** The page itself where it is made; asking makes nothing. */
    public @Nullable P made() {
        return made;
    }

    @Override
    public PageFace face() {
        return face;
    }

    @Override
    public Node view() {
        return page().view();
    }

    @Override
    public @Nullable Region foot() {
        return page().foot();
    }

    @Override
    public List<Command> commands() {
        return page().commands();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return page().shortcuts();
    }

    @Override
    public void reveal(String id) {
        page().reveal(id);
    }

    @Override
    public void shown() {
        page().shown();
    }

    @Override
    public void hidden() {
        page().hidden();
    }

    @Override
    public boolean fresh() {
        return page().fresh();
    }

    @Override
    public boolean escape() {
        return page().escape();
    }

    @Override
    public boolean find() {
        return page().find();
    }
}
