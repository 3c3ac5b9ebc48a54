package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a model's file says of itself, and where its files are. */
final class ModelFacts {
    private static final Words WORDS = Words.of(ModelFacts.class);

    private ModelFacts() {}

    static Facts of(Installed model) {
        ModelEntry best = model.best();
        Facts facts = new Facts();
        String refs = String.join("\n", model.refs());
        if (!refs.isEmpty()) {
            facts.addCode(WORDS.get("model-facts.also.called"), refs);
        }
        facts.add(WORDS.get("model-facts.good.for"), ModelWords.kind(best));
        if (best.architecture() != null) {
            facts.add(WORDS.get("model-facts.architecture"), best.architecture());
        }
        facts.add(WORDS.get("model-facts.parameters"), parameters(best));
        if (best.quantization() != null) {
            facts.add(WORDS.get("model-facts.precision"), best.quantization());
        }
        Integer parts = best.parts();
        facts.add(
                WORDS.get("model-facts.size"),
                Units.bytes(best.sizeBytes())
                        + (parts == null || parts < 2 ? "" : WORDS.get("model-facts.in.files", parts)));
        if (best.context() != null) {
            facts.add(
                    WORDS.get("model-facts.context"),
                    WORDS.get("model-facts.trained.with.tokens", Units.tokens(best.context())));
        }
        if (best.sha256() != null) {
            String sum = best.sha256();
            HBox line = new HBox(
                    4,
                    Ui.whole(Ui.label(sum, "mono")),
                    Ui.copyButton(WORDS.get("model-facts.copy.the.sha.256"), () -> sum));
            line.getStyleClass().add("chat-bar");
            facts.add("SHA-256", line);
        }
        return facts;
    }

    private static String parameters(ModelEntry model) {
        ModelHeader header = model.header();
        Long experts = header == null ? null : header.expertBytes();
        return Units.parameters(model.parameters()) + (experts == null || experts == 0 ? "" : ", mixture of experts");
    }

    /** The hives it is on, each with what its file is there. */
    static Node places(Installed model) {
        VBox box = new VBox(8, Ui.label(WORDS.get("model-facts.where.it.is"), "section"));
        for (ModelEntry copy : model.copies()) {
            var badge = ModelWords.badge(copy.state());
            String hive = Objects.requireNonNullElse(copy.hive(), "unknown");
            String done = copy.state().equals("partial") && copy.doneBytes() != null
                    ? Units.share(copy.doneBytes(), copy.sizeBytes())
                    : badge.word();
            VBox words = new VBox(
                    2,
                    Ui.paragraph(hive + "  ·  " + done),
                    Ui.paragraph(ModelWords.origin(copy.origin()), "secondary"));
            if (copy.path() != null) {
                words.getChildren().add(Ui.paragraph(copy.path(), "mono", "secondary"));
            }
            HBox.setHgrow(words, Priority.ALWAYS);
            box.getChildren().add(new HBox(8, Marks.hexagon(badge.tone()), words));
        }
        return box;
    }
}
