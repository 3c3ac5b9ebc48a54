package dev.rbee.app.update;

import dev.rbee.app.settings.Cards;
import dev.rbee.app.settings.Section;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.update.UpdateDesk.Wish;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.service.update.UpdateStatus;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** New versions of rbee: what there is, what is done about it, and the way back. JavaFX thread only. */
public final class UpdatesSection implements Section {
    private static final Words WORDS = Words.of(UpdatesSection.class);

    private final UpdateParts parts;
    private final Pill pill = new Pill();
    private final Label headline = Ui.paragraph("", "section");
    private final Label below = Ui.paragraph("", "secondary");
    private final Label notes = Ui.paragraph("");
    private final Label last = Ui.paragraph("", "secondary");
    private final Label mode = Ui.paragraph("", "secondary");
    private final VBox middle = new VBox(8);
    private final HBox actions = new HBox(8);
    private final VBox trouble = new VBox();
    private final Button back;
    private final Node before;
    private final VBox view;
    private boolean busy;

    /** Knows nothing before it is shown. */
    public UpdatesSection(UpdateParts parts) {
        this.parts = parts;
        headline.setId("update-headline");
        actions.setId("update-actions");
        notes.setId("update-notes");
        last.setId("update-last");
        back = Ui.button(WORDS.get("back"), Feather.CORNER_UP_LEFT, this::askBack);
        back.setId("update-back");
        Button change = Ui.button(
                WORDS.get("mode.change"),
                Feather.SLIDERS,
                () -> parts.navigator().reveal("settings", "update.check"));
        Ui.shown(trouble, false);
        before = Cards.card(WORDS.get("last"), last, new HBox(back));
        Ui.shown(before, false);
        view = Cards.column(
                Cards.card(WORDS.get("section"), new HBox(pill), headline, below, notes, middle, actions, trouble),
                before,
                Cards.card(
                        WORDS.get("mode"), Cards.line(WORDS.get("mode.asks"), WORDS.get("mode.words"), change), mode));
    }

    @Override
    public void shown() {
        if (!busy) {
            parts.background().run(parts.desk()::status, this::show, this::failed);
        }
    }

    private void show(UpdateStatus status) {
        var now = parts.clock().instant();
        UpdateStatus.Offered offer = status.offer();
        pill.show(UpdateWords.badge(status));
        headline.setText(UpdateWords.headline(status));
        below.setText(UpdateWords.below(status, now));
        String news =
                offer == null || offer.notes() == null ? "" : offer.notes().strip();
        notes.setText(news);
        Ui.shown(notes, !news.isEmpty());
        mode.setText(UpdateWords.mode(status));
        middle.getChildren().setAll(command(status));
        Ui.shown(middle, !middle.getChildren().isEmpty());
        actions.getChildren().setAll(buttons(status));
        UpdateStatus.Last done = status.last();
        String words = done == null ? null : UpdateWords.last(done, now);
        Ui.shown(before, words != null);
        last.setText(words == null ? "" : words);
        Ui.shown(back, done != null && done.mayGoBack());
    }

    private List<Node> command(UpdateStatus status) {
        List<String> command = status.command();
        if (command == null) {
            return List.of();
        }
        String text = String.join(" ", command);
        return List.of(
                Ui.paragraph(WORDS.get("command.words"), "secondary"),
                Cards.row(Cards.copyable(text), Ui.copyButton(WORDS.get("command.copy"), () -> text)));
    }

    private List<Node> buttons(UpdateStatus status) {
        Button ask = Ui.button(WORDS.get("ask"), Feather.REFRESH_CW, this::ask);
        ask.setId("update-ask");
        boolean sources = status.kind().isEmpty();
        boolean more = status.offer() != null && status.offer().notesUrl() != null;
        Button read = Ui.button(WORDS.get("read"), Feather.EXTERNAL_LINK, () -> read(status));
        return switch (status.state()) {
            case NO_FEED -> List.of();
            case UNKNOWN, NEWEST -> List.of(ask);
            case AVAILABLE ->
                sources ? List.of(ask) : more ? List.of(fetch(status), read, ask) : List.of(fetch(status), ask);
            case DOWNLOADED -> status.command() == null ? List.of(fetch(status), ask) : List.of(ask);
            case STAGED ->
                List.of(
                        named(
                                "update-install",
                                Ui.mainButton(
                                        WORDS.get("install"),
                                        Feather.REFRESH_CW,
                                        () -> parts.restart().accept(Wish.INSTALL))),
                        named("update-discard", Ui.button(WORDS.get("discard"), null, this::discard)));
        };
    }

    private Button fetch(UpdateStatus status) {
        UpdateStatus.Offered offer = status.offer();
        String words = WORDS.get("fetch", offer == null ? "" : offer.version());
        return named("update-fetch", Ui.mainButton(words, Feather.DOWNLOAD, this::fetch));
    }

    private static Button named(String id, Button button) {
        button.setId(id);
        return button;
    }

    private void read(UpdateStatus status) {
        if (status.offer() != null && status.offer().notesUrl() != null) {
            parts.opener().accept(status.offer().notesUrl());
        }
    }

    private void ask() {
        begin(Ui.paragraph(WORDS.get("asking"), "secondary"));
        parts.background()
                .run(
                        () -> {
                            boolean _ = parts.desk().check();
                            return parts.desk().status();
                        },
                        this::ended,
                        problem -> ended(problem, this::ask));
    }

    private void fetch() {
        Fetching fetching = new Fetching();
        begin(fetching);
        parts.background()
                .run(
                        () -> {
                            parts.desk().fetch(fetching.stop(), fetching);
                            return parts.desk().status();
                        },
                        this::ended,
                        problem -> ended(problem, this::fetch));
    }

    private void discard() {
        parts.background()
                .run(
                        () -> {
                            parts.desk().discard();
                            return parts.desk().status();
                        },
                        this::show,
                        this::failed);
    }

    private void askBack() {
        parts.dialogs()
                .confirm(
                        WORDS.get("back.title"),
                        Ui.paragraph(WORDS.get("back.words")),
                        WORDS.get("back.act"),
                        () -> parts.restart().accept(Wish.BACK),
                        () -> {});
    }

    private void begin(Node shown) {
        busy = true;
        Ui.shown(trouble, false);
        actions.getChildren().clear();
        middle.getChildren().setAll(shown);
        Ui.shown(middle, true);
    }

    private void ended(UpdateStatus status) {
        busy = false;
        show(status);
    }

    private void ended(Problem problem, Runnable again) {
        busy = false;
        middle.getChildren().clear();
        if (problem.code() != ProblemCode.CANCELLED) {
            tell(problem, again);
        }
        shown();
    }

    private void failed(Problem problem) {
        tell(problem, this::shown);
    }

    private void tell(Problem problem, @Nullable Runnable again) {
        trouble.getChildren().setAll(parts.presenter().inline(problem, again));
        Ui.shown(trouble, true);
    }

    @Override
    public String key() {
        return "updates";
    }

    @Override
    public String name() {
        return WORDS.get("section");
    }

    @Override
    public Feather icon() {
        return Feather.DOWNLOAD_CLOUD;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return List.of(new Find("update", WORDS.get("ask"), WORDS.get("mode.words")));
    }
}
