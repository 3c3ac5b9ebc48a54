package dev.rbee.app.activity;

import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.words.Words;
import dev.rbee.contract.audit.AuditEntry;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** Who changed what. JavaFX thread only. */
final class AuditTab implements Tab {
    private static final Words WORDS = Words.of(AuditTab.class);
    private static final List<String> COLUMNS = List.of("n", "at", "actor", "action", "target", "outcome", "details");

    private final ActivityParts parts;
    private final Past<AuditEntry> past;
    private final FilterBar filters;
    private final PastPane<AuditEntry> pane;
    private final ExportButton<AuditEntry> export;

    AuditTab(ActivityParts parts) {
        this.parts = parts;
        past = Pasts.audit(parts.activity());
        filters = new FilterBar("audit", parts.clock()::instant, this::load)
                .chip("audit", "action", WORDS.get("chip.action"), UnaryOperator.identity())
                .chip("audit", "actor", WORDS.get("chip.actor"), UnaryOperator.identity())
                .chip("audit", "outcome", WORDS.get("chip.outcome"), AuditWords::outcome);
        AuditDetail detail = new AuditDetail(this::rest, parts.zone());
        EmptyState empty = new EmptyState(Feather.SHIELD, WORDS.get("audit.none"), WORDS.get("audit.none.words"), null);
        pane = new PastPane<>("audit", past, parts.background(), parts.presenter(), filters, detail.pane(), empty);
        TableView<AuditEntry> table = pane.table();
        new PastColumns<>(table)
                .time(
                        WORDS.get("column.time"),
                        112,
                        row -> Clock.brief(row.at(), parts.clock().instant(), parts.zone()))
                .text(WORDS.get("column.actor"), 140, 480, AuditEntry::actor)
                .text(WORDS.get("column.action"), 160, 0, AuditEntry::action)
                .text(WORDS.get("column.target"), 260, 0, row -> Objects.requireNonNullElse(row.target(), "–"))
                .badge(WORDS.get("column.outcome"), 112, 0, AuditWords::badge)
                .text(WORDS.get("column.details"), 260, 760, row -> Objects.requireNonNullElse(row.details(), ""));
        table.getSelectionModel().selectedItemProperty().addListener((p, old, now) -> detail.show(now));
        export = new ExportButton<>(
                "audit",
                past,
                COLUMNS,
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

    private void rest() {
        pane.table().getSelectionModel().clearSelection();
    }

    @Override
    public String key() {
        return "audit";
    }

    @Override
    public String name() {
        return WORDS.get("audit");
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
        pane.front(parts.background(), past, connected);
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
