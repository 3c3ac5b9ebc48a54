package dev.rbee.app.activity;

import dev.rbee.app.theme.EmptyState;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/** A past as a part of the page: chips, table, detail, export. JavaFX thread only. */
final class PastTab<T> implements Tab {
    private final ActivityParts parts;
    private final Kind<T> kind;
    private final FilterBar filters;
    private final PastPane<T> pane;
    private final ExportButton<T> export;

    /**
     * What one past has of its own.
     *
     * @param key lower case, the same in every language
     * @param saved columns of an export
     * @param empty stands there while nothing was written down
     * @param chips adds its own
     * @param columns adds its own
     * @param detail made for the tab
     */
    record Kind<T>(
            String key,
            String name,
            Past<T> past,
            List<String> saved,
            EmptyState empty,
            Consumer<FilterBar> chips,
            Consumer<PastColumns<T>> columns,
            Function<PastTab<T>, Detail<T>> detail) {}

    PastTab(ActivityParts parts, Kind<T> kind) {
        this.parts = parts;
        this.kind = kind;
        filters = new FilterBar(kind.key(), parts.clock()::instant, this::load);
        kind.chips().accept(filters);
        pane = new PastPane<>(
                kind.key(),
                kind.past(),
                parts.background(),
                parts.presenter(),
                filters,
                kind.detail().apply(this),
                kind.empty());
        kind.columns().accept(new PastColumns<>(pane.table()));
        export = new ExportButton<>(
                kind.key(),
                kind.past(),
                kind.saved(),
                pane::asked,
                parts.background(),
                parts.save(),
                parts.toasts(),
                parts.presenter());
    }

    private void load() {
        rest();
        pane.load();
    }

    /** Tells of no row any more. */
    void rest() {
        pane.rest();
    }

    /** Lets only that value through. */
    void only(String parameter, String value) {
        filters.only(parameter, value);
    }

    @Override
    public String key() {
        return kind.key();
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public Node action() {
        return export;
    }

    @Override
    public void front(boolean connected) {
        pane.front(parts.background(), kind.past(), connected);
    }

    @Override
    public void forget() {
        rest();
        pane.forget();
    }

    @Override
    public void tick() {
        pane.look();
    }

    @Override
    public void find() {
        filters.find();
    }
}
