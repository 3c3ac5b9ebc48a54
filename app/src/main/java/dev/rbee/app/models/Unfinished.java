package dev.rbee.app.models;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A download that nobody works on, after a stop or a cancel for instance.
 *
 * @param ref by which it goes on; null where the hive does not know it
 */
record Unfinished(
        String name, @Nullable String ref, @Nullable String hive, long doneBytes, long totalBytes) {
    private static final Words WORDS = Words.of(Unfinished.class);

    /** Those of the files that no running job is about. Pure. */
    static List<Unfinished> of(List<ModelEntry> partial, List<JobInfo> jobs) {
        return partial.stream()
                .filter(entry -> jobs.stream().noneMatch(job -> about(job, entry)))
                .map(Unfinished::of)
                .toList();
    }

    private static boolean about(JobInfo job, ModelEntry entry) {
        if (job.state() != JobState.RUNNING) {
            return false;
        }
        String said = job.title()
                + (job.transfer() == null ? "" : " " + job.transfer().what());
        return said.contains(entry.id())
                || (entry.file() != null && said.contains(entry.file()))
                || refs(entry).stream().anyMatch(said::contains);
    }

    private static List<String> refs(ModelEntry entry) {
        return Objects.requireNonNullElse(entry.refs(), List.of());
    }

    private static Unfinished of(ModelEntry entry) {
        String ref = refs(entry).isEmpty() ? null : refs(entry).getFirst();
        long done = Objects.requireNonNullElse(entry.doneBytes(), 0L);
        return new Unfinished(entry.id(), ref, entry.hive(), done, entry.sizeBytes());
    }

    /** How it is shown. */
    Node card(Consumer<Unfinished> resume) {
        Label title = Ui.label(name, "section");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.SOMETIMES);
        Button go = Ui.button(WORDS.get("unfinished.resume"), Feather.PLAY, () -> resume.accept(this));
        go.setTooltip(Ui.tip(WORDS.get("unfinished.goes.on.where.it"), null));
        Ui.shown(go, ref != null);
        HBox head = new HBox(8, title, Ui.spacer(), go);
        head.getStyleClass().add("chat-bar");
        ProgressBar bar = new ProgressBar(totalBytes <= 0 ? 0 : (double) doneBytes / totalBytes);
        bar.setMaxWidth(Double.MAX_VALUE);
        String where = hive == null ? "" : "  ·  " + WORDS.get("unfinished.on", hive);
        VBox card = new VBox(head, bar, Ui.label(Units.share(doneBytes, totalBytes) + where, "figure", "secondary"));
        card.getStyleClass().addAll("card", "download");
        return card;
    }
}
