package dev.rbee.app.activity;

import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.words.Words;
import dev.rbee.contract.audit.AuditEntry;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kordamp.ikonli.feather.Feather;

/** Makes the part with who changed what. */
final class AuditTab {
    private static final Words WORDS = Words.of(AuditTab.class);
    private static final List<String> COLUMNS = List.of("n", "at", "actor", "action", "target", "outcome", "details");

    private AuditTab() {}

    static Tab of(ActivityParts parts) {
        return new PastTab<>(
                parts,
                new PastTab.Kind<>(
                        "audit",
                        WORDS.get("audit"),
                        Pasts.audit(parts.activity()),
                        COLUMNS,
                        new EmptyState(Feather.SHIELD, WORDS.get("audit.none"), WORDS.get("audit.none.words"), null),
                        AuditTab::chips,
                        columns -> columns(columns, parts),
                        tab -> new AuditDetail(tab::rest, parts.zone())));
    }

    private static void chips(FilterBar filters) {
        filters.chip("audit", "action", WORDS.get("chip.action"), UnaryOperator.identity())
                .chip("audit", "actor", WORDS.get("chip.actor"), UnaryOperator.identity())
                .chip("audit", "outcome", WORDS.get("chip.outcome"), AuditWords::outcome);
    }

    private static void columns(PastColumns<AuditEntry> columns, ActivityParts parts) {
        columns.time(
                        WORDS.get("column.time"),
                        112,
                        row -> Clock.brief(row.at(), parts.clock().instant(), parts.zone()))
                .text(WORDS.get("column.actor"), 140, 480, AuditEntry::actor)
                .text(WORDS.get("column.action"), 160, 0, AuditEntry::action)
                .text(WORDS.get("column.target"), 260, 0, row -> Objects.requireNonNullElse(row.target(), "–"))
                .badge(WORDS.get("column.outcome"), 112, 0, AuditWords::badge)
                .text(WORDS.get("column.details"), 260, 760, row -> Objects.requireNonNullElse(row.details(), ""));
    }
}
