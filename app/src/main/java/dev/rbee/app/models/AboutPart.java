package dev.rbee.app.models;

import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ModelAbout;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the header of a model's file says: makers, shape, tokenizer, chat template, weights by type. JavaFX thread only. */
final class AboutPart extends VBox {
    private static final Words WORDS = Words.of(AboutPart.class);

    private final Consumer<ModelAbout> template;
    private final Consumer<String> open;

    /** {@code template} shows a chat template, {@code open} an address. */
    AboutPart(Consumer<ModelAbout> template, Consumer<String> open) {
        super(12);
        this.template = template;
        this.open = open;
        setId("model-about");
    }

    /** The header is being read. */
    void asking() {
        getChildren().setAll(title(), Ui.label(WORDS.get("about.reading"), "secondary"));
    }

    /** It cannot be read. */
    void failed(Problem problem) {
        getChildren().setAll(title(), Ui.paragraph(problem.message(), "secondary"));
    }

    /** This is what it says. */
    void show(ModelAbout about) {
        getChildren().setAll(title(), facts(about));
        if (about.description() != null && !about.description().isBlank()) {
            getChildren().add(1, Ui.paragraph(about.description(), "secondary"));
        }
        FlowPane actions = new FlowPane(8, 8);
        if (about.chatTemplate() != null) {
            Button show = Ui.button(WORDS.get("about.template.show"), Feather.FILE_TEXT, () -> template.accept(about));
            show.setId("model-template");
            actions.getChildren().add(show);
        }
        link(actions, "about.source", about.source());
        link(actions, "about.licence.text", about.licenceLink());
        if (!actions.getChildren().isEmpty()) {
            getChildren().add(actions);
        }
        List<ModelAbout.Type> types = about.types();
        if (types != null && !types.isEmpty()) {
            getChildren().addAll(Ui.label(WORDS.get("about.weights"), "section"), weights(types));
        }
    }

    private void link(FlowPane actions, String key, @Nullable String address) {
        if (address != null && address.startsWith("https://")) {
            Button button = Ui.button(WORDS.get(key), Feather.EXTERNAL_LINK, () -> open.accept(address));
            button.setTooltip(Ui.tip(address, null));
            actions.getChildren().add(button);
        }
    }

    private static javafx.scene.control.Label title() {
        return Ui.label(WORDS.get("about.title"), "section");
    }

    private static Facts facts(ModelAbout about) {
        Facts facts = new Facts();
        add(facts, "about.name", about.name());
        add(facts, "about.makers", about.organization() == null ? about.author() : about.organization());
        add(facts, "about.licence", about.licence() == null ? WORDS.get("about.licence.none") : about.licence());
        ModelHeader header = about.header();
        if (header != null) {
            shape(facts, header);
        }
        add(facts, "about.tokenizer", tokenizer(about));
        Integer format = about.format();
        Integer tensors = about.tensors();
        if (format != null && tensors != null) {
            add(facts, "about.file", WORDS.get("about.file.words", format.toString(), tensors.toString()));
        }
        return facts;
    }

    private static void shape(Facts facts, ModelHeader header) {
        add(facts, "about.layers", text(header.blocks()));
        add(facts, "about.width", text(header.embedding()));
        Integer heads = header.heads();
        Integer kept = header.headsKv();
        if (heads != null) {
            add(
                    facts,
                    "about.heads",
                    kept == null || kept.equals(heads)
                            ? heads.toString()
                            : WORDS.get("about.heads.kept", heads.toString(), kept.toString()));
        }
        add(facts, "about.window", header.window() == null ? null : Units.tokens(header.window()));
        Double used = header.expertsUsed();
        if (used != null && used > 0) {
            add(facts, "about.experts", String.format(Locale.ROOT, "%.1f %%", used * 100));
        }
        Integer vocabulary = header.vocabulary();
        if (vocabulary != null) {
            add(facts, "about.vocabulary", WORDS.get("about.tokens", String.format(Locale.ROOT, "%,d", vocabulary)));
        }
    }

    private static @Nullable String tokenizer(ModelAbout about) {
        String model = about.tokenizer();
        if (model == null) {
            return null;
        }
        List<String> parts = new ArrayList<>(List.of(model));
        if (about.split() != null && !about.split().equals(model)) {
            parts.add(about.split());
        }
        if (Boolean.TRUE.equals(about.bos())) {
            parts.add(WORDS.get("about.bos"));
        }
        return String.join(", ", parts);
    }

    private static Facts weights(List<ModelAbout.Type> types) {
        Facts facts = new Facts();
        for (ModelAbout.Type type : types) {
            facts.add(
                    type.type(),
                    WORDS.get("about.weights.line", Units.bytes(type.bytes()), Units.parameters(type.weights())));
        }
        return facts;
    }

    private static void add(Facts facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(WORDS.get(key), value);
        }
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
