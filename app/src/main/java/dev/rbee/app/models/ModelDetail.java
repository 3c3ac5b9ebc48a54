package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.fx.Task;
import dev.rbee.app.table.DetailPane;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.ModelEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is known of one model, and what can be done with it. */
final class ModelDetail {
    private static final Words WORDS = Words.of(ModelDetail.class);

    private final ModelParts parts;
    private final DetailPane pane;
    private final Pill pill = new Pill();
    private final Label message = Ui.paragraph("", "secondary");
    private final Button start;
    private final Button folder;
    private final Button delete;
    private final VBox rest = new VBox(16);
    private final FitLines fit = new FitLines();
    private final VBox running;
    private final AboutPart about;
    private @Nullable Task asking;
    private @Nullable Task reading;
    private @Nullable Installed shown;

    ModelDetail(ModelParts parts, Runnable close, Consumer<Installed> deleting) {
        this.parts = parts;
        pane = new DetailPane(close);
        pane.setId("model-detail");
        start = Ui.button(
                WORDS.get("model-detail.start"),
                Feather.PLAY,
                () -> with(model -> parts.start().open(model.id())));
        start.setTooltip(Ui.tip(WORDS.get("model-detail.start.a.worker.with"), null));
        start.setId("model-start");
        folder = Ui.button(WORDS.get("model-detail.folder"), Feather.FOLDER, () -> with(this::openFolder));
        folder.setTooltip(Ui.tip(WORDS.get("model-detail.show.its.file.in"), null));
        folder.setId("model-folder");
        delete = Ui.button(WORDS.get("model-detail.delete"), Feather.TRASH_2, () -> with(deleting));
        delete.setId("model-delete");
        about = new AboutPart(found -> TemplateDialog.show(parts.dialogs(), found), parts.open());
        running = new VBox(12, Ui.label(WORDS.get("model-detail.how.it.would.run"), "section"), fit);
        pane.fill(pill, message, new FlowPane(8, 8, start, folder, delete), rest, running, about);
    }

    DetailPane pane() {
        return pane;
    }

    /** Shows this model, or nothing. */
    void show(@Nullable Installed model) {
        Ui.shown(pane, model != null);
        boolean connected = parts.fleet().view().get().connected();
        pane.old(!connected);
        if (model != null) {
            start.setDisable(!connected || !model.usable());
            delete.setDisable(!connected || "bundled".equals(model.best().origin()));
            Ui.shown(folder, here(model).isPresent());
        }
        if (model == null || model.equals(shown)) {
            shown = model;
            return;
        }
        boolean other = shown == null || !shown.id().equals(model.id());
        shown = model;
        fill(model);
        if (other || connected) {
            ask(model);
        }
        if (other && connected) {
            read(model);
        }
    }

    private void fill(Installed model) {
        ModelEntry best = model.best();
        pane.about(model.id(), model.id());
        pill.show(ModelWords.badge(best.state()));
        message.setText(best.message() == null ? "" : best.message());
        Ui.shown(message, best.message() != null);
        rest.getChildren().setAll(ModelFacts.of(model), ModelFacts.places(model));
        Ui.shown(running, model.usable());
        Ui.shown(about, model.usable());
    }

    private void read(Installed model) {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        if (model.usable()) {
            about.asking();
            reading = parts.background().start(() -> parts.models().about(model.id()), about::show, about::failed);
        }
    }

    private void ask(Installed model) {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        if (!model.usable()) {
            return;
        }
        fit.asking();
        asking = parts.background()
                .start(
                        () -> parts.models().fit(new FitRequest(model.id(), null, null, null, null)),
                        fit::show,
                        fit::failed);
    }

    /** Its file on this machine. */
    private Optional<Path> here(Installed model) {
        return parts.fleet().view().get().hives().values().stream()
                .filter(hive -> hive.mode() == HiveMode.LOCAL)
                .map(HiveInfo::id)
                .map(model::on)
                .filter(copy -> copy != null && copy.path() != null)
                .map(copy -> Path.of(copy.path()))
                .findFirst();
    }

    private void openFolder(Installed model) {
        here(model)
                .map(file -> file.toAbsolutePath().getParent())
                .ifPresent(place -> parts.open().accept(place.toUri().toString()));
    }

    private void with(Consumer<Installed> action) {
        Installed model = shown;
        if (model != null) {
            action.accept(model);
        }
    }
}
