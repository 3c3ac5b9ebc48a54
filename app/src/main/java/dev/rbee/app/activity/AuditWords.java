package dev.rbee.app.activity;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.words.Words;
import dev.rbee.contract.audit.AuditEntry;
import org.kordamp.ikonli.feather.Feather;

/** Entries of the audit trail in words. Pure. */
final class AuditWords {
    private static final Words WORDS = Words.of(AuditWords.class);

    private AuditWords() {}

    static Badge badge(AuditEntry entry) {
        return entry.outcome().equals("ok")
                ? new Badge(Tone.READY, Feather.CHECK, WORDS.get(lasts(entry.action()) ? "audit.begun" : "audit.done"))
                : new Badge(Tone.ERROR, Feather.SLASH, WORDS.get("audit.refused"));
    }

    /** What the queen begins at once and a job ends later, with an outcome that the trail does not tell. */
    private static boolean lasts(String action) {
        return switch (action) {
            case "model.pull", "worker.spawn" -> true;
            default -> false;
        };
    }

    static String outcome(String outcome) {
        return outcome.equals("ok") ? WORDS.get("audit.allowed") : outcome;
    }
}
