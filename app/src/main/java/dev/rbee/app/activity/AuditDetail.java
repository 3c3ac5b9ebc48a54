package dev.rbee.app.activity;

import dev.rbee.app.table.DetailPane;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.audit.AuditEntry;
import java.time.ZoneId;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One entry of the audit trail. JavaFX thread only. */
final class AuditDetail implements Detail<AuditEntry> {
    private static final Words WORDS = Words.of(AuditDetail.class);

    private final DetailPane pane;
    private final ZoneId zone;

    AuditDetail(Runnable close, ZoneId zone) {
        this.pane = new DetailPane(close);
        this.zone = zone;
        pane.setId("audit-detail");
    }

    @Override
    public Node pane() {
        return pane;
    }

    @Override
    public void show(@Nullable AuditEntry entry) {
        Ui.shown(pane, entry != null);
        if (entry == null) {
            return;
        }
        pane.about(Long.toString(entry.n()), WORDS.get("audit.entry"));
        Facts facts = new Facts()
                .add(WORDS.get("audit.at"), Clock.whole(entry.at(), zone))
                .add(WORDS.get("audit.actor"), entry.actor())
                .addCode(WORDS.get("audit.action"), entry.action())
                .add(WORDS.get("audit.target"), Objects.requireNonNullElse(entry.target(), "–"));
        if (!entry.outcome().equals("ok")) {
            facts.addCode(WORDS.get("audit.code"), entry.outcome());
        }
        String details = entry.details();
        if (details != null) {
            facts.add(WORDS.get("audit.details"), details);
        }
        pane.fill(new HBox(new Pill(AuditWords.badge(entry))), facts);
    }
}
