package dev.rbee.app.models;

import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.table.DetailPane;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.PullModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Details of something that can be downloaded: facts, its sizes, how it would run, where to, and the button. */
final class OfferPane {
    private static final Words WORDS = Words.of(OfferPane.class);

    private static final String BEST = WORDS.get("offer.best.hive");

    private final ModelParts parts;
    private final Pulls pulls;
    private final Runnable begun;
    private final DetailPane pane;
    private final Label by = Ui.paragraph("", "secondary");
    private final Label description = Ui.paragraph("");
    private final Pill gated = new Pill(new Badge(Tone.WARN, Feather.LOCK, WORDS.get("offer.gated")));
    private final Label gatedWords = Ui.paragraph(WORDS.get("offer.its.makers.want.you"), "secondary");
    private final VBox facts = new VBox();
    private final ChoiceList choices;
    private final ComboBox<String> where = new ComboBox<>();
    private final Button download;
    private final Button page;
    private final VBox trouble = new VBox();
    private final FitLines fit = new FitLines();
    private @Nullable Task asking;
    private @Nullable Offer shown;

    /** {@code begun} is called when a download was begun. */
    OfferPane(ModelParts parts, Pulls pulls, Runnable close, Runnable begun) {
        this.parts = parts;
        this.pulls = pulls;
        this.begun = begun;
        pane = new DetailPane(close);
        pane.setId("offer-detail");
        choices = new ChoiceList(this::chosen);
        where.getItems().setAll(BEST);
        where.setValue(BEST);
        where.setId("offer-where");
        where.setAccessibleText(WORDS.get("offer.hive.to.download.to"));
        download = Ui.mainButton(WORDS.get("offer.download"), Feather.DOWNLOAD, this::download);
        download.setId("offer-download");
        page = Ui.iconButton(Feather.EXTERNAL_LINK, WORDS.get("offer.its.page.at.the"), this::openPage);
        FlowPane actions = new FlowPane(8, 8, download, where);
        HBox maker = new HBox(8, by, Ui.spacer(), page);
        maker.getStyleClass().add("chat-bar");
        VBox running = new VBox(12, Ui.label(WORDS.get("offer.how.it.would.run"), "section"), fit);
        pane.fill(maker, description, gated, gatedWords, facts, choices, actions, trouble, running);
    }

    Node node() {
        return pane;
    }

    /** Shows this, or nothing. */
    void show(@Nullable Offer offer) {
        shown = offer;
        Ui.shown(pane, offer != null);
        if (offer == null) {
            return;
        }
        pane.about(Objects.requireNonNullElse(offer.page(), offer.title()), offer.title());
        by.setText(offer.by());
        description.setText(offer.description());
        Ui.shown(description, !offer.description().isEmpty());
        Ui.shown(gated, offer.gated());
        Ui.shown(gatedWords, offer.gated());
        Facts all = new Facts();
        offer.facts().forEach(fact -> all.add(fact.name(), fact.value()));
        facts.getChildren().setAll(all);
        Ui.shown(page, offer.page() != null);
        trouble.getChildren().clear();
        choices.show(offer.choices(), offer.usual());
    }

    /** These names and references are installed. */
    void have(Set<String> names) {
        choices.have(names);
    }

    /** These hives are there. */
    void hives(List<HiveInfo> hives) {
        List<String> names =
                hives.stream().filter(HiveInfo::online).map(HiveInfo::id).toList();
        if (!where.getItems().subList(1, where.getItems().size()).equals(names)) {
            String was = where.getValue();
            where.getItems().setAll(BEST);
            where.getItems().addAll(names);
            where.setValue(where.getItems().contains(was) ? was : BEST);
        }
        Ui.shown(where, names.size() > 1);
        download.setDisable(choices.chosen() == null || names.isEmpty());
    }

    private void chosen(Offer.@Nullable Choice choice) {
        if (asking != null) {
            asking.cancel();
        }
        download.setDisable(choice == null);
        if (choice == null) {
            return;
        }
        download.setText(
                choice.bytes() == null
                        ? WORDS.get("offer.download")
                        : WORDS.get("offer.download.2", Units.bytes(choice.bytes())));
        fit.asking();
        asking = parts.background()
                .start(
                        () -> parts.models().fit(new FitRequest(choice.ref(), null, null, null, null)),
                        fit::show,
                        fit::failed);
    }

    private void download() {
        Offer.Choice choice = choices.chosen();
        if (choice == null) {
            return;
        }
        download.setDisable(true);
        trouble.getChildren().clear();
        String hive = BEST.equals(where.getValue()) ? null : where.getValue();
        pulls.begin(
                new PullModel(choice.ref(), hive, null),
                () -> {
                    download.setDisable(false);
                    begun.run();
                },
                problem -> {
                    download.setDisable(false);
                    trouble.getChildren().setAll(new ProblemView(problem, null));
                });
    }

    private void openPage() {
        Offer offer = shown;
        if (offer != null && offer.page() != null) {
            parts.open().accept(offer.page());
        }
    }
}
