package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One model on one hive: the state of its file there, or the way to get it there. */
final class MatrixCell extends TableCell<Installed, Installed> {
    private static final Words WORDS = Words.of(MatrixCell.class);

    private final HiveInfo hive;
    private final BiConsumer<Installed, String> bring;

    MatrixCell(HiveInfo hive, BiConsumer<Installed, String> bring) {
        this.hive = hive;
        this.bring = bring;
    }

    @Override
    protected void updateItem(@Nullable Installed model, boolean empty) {
        super.updateItem(model, empty);
        setText(null);
        setGraphic(empty || model == null ? null : draw(model));
    }

    private Node draw(Installed model) {
        ModelEntry copy = model.on(hive.id());
        if (copy != null) {
            Badge badge = ModelWords.badge(copy.state());
            Pill pill = new Pill(badge);
            pill.setTooltip(new Tooltip(Objects.requireNonNullElse(
                    copy.message(), Units.bytes(copy.sizeBytes()) + "\n" + ModelWords.origin(copy.origin()))));
            return pill;
        }
        if (model.refs().isEmpty() || !hive.online()) {
            return Ui.label("–", "secondary");
        }
        Button fetch = Ui.button(WORDS.get("matrix.fetch"), Feather.DOWNLOAD, () -> bring.accept(model, hive.id()));
        fetch.getStyleClass().add("quiet");
        String words = WORDS.get("matrix.fetch.tip", model.id(), hive.id());
        fetch.setAccessibleText(words);
        fetch.setTooltip(new Tooltip(words));
        return fetch;
    }
}
