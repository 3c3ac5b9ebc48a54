package dev.rbee.app.models;

import dev.rbee.app.fx.Task;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where models come from: the catalogue as cards, the hub by search; details and download beside. */
final class DiscoverSection implements Section {
    private static final Words WORDS = Words.of(DiscoverSection.class);

    private final ModelParts parts;
    private final SearchBar search;
    private final CardGrid cards = new CardGrid();
    private final VBox hits = new VBox(8);
    private final VBox status = new VBox(8);
    private final OfferPane offer;
    private final HBox view;
    private ToggleGroup selection = new ToggleGroup();
    private @Nullable Task asking;
    private List<LibraryModel> library = List.of();
    private boolean read;
    private String wanted = "";

    /** {@code begun} is called when a download was begun. */
    DiscoverSection(ModelParts parts, Pulls pulls, Runnable begun) {
        this.parts = parts;
        search = new SearchBar(this::narrow, this::search);
        offer = new OfferPane(parts, pulls, this::deselect, begun);
        ScrollPane scroll = new ScrollPane(new VBox(12, status, hits, cards));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        VBox left = new VBox(12, search, scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        view = new HBox(16, left, offer.node());
        hits.setId("hub-hits");
        offer.show(null);
        show(false);
    }

    private void show(boolean hub) {
        Ui.shown(hits, hub);
        Ui.shown(cards, !hub);
    }

    private void deselect() {
        selection.selectToggle(null);
        offer.show(null);
    }

    /** The words changed, or the kind: the catalogue shows what they leave. */
    private void narrow() {
        stop();
        status.getChildren().clear();
        if (hits.isVisible()) {
            deselect();
            show(false);
            selection = cards.selection();
        }
        cards.narrow(search.words(), search.kind());
        if (cards.none() && read) {
            status.getChildren()
                    .setAll(new EmptyState(
                            Feather.SEARCH,
                            WORDS.get("discover.the.catalogue.has.no"),
                            WORDS.get("discover.press.enter.to.search"),
                            null));
        }
    }

    /** Enter: the hub is asked, or the reference is taken as it is. */
    private void search() {
        String words = search.words();
        if (words.isEmpty()) {
            return;
        }
        stop();
        if (Offer.isRef(words)) {
            deselect();
            take(words);
            return;
        }
        busy(WORDS.get(
                "discover.searching.hugging.face.for", words)); // what is there stays until there is something else
        asking = parts.background()
                .start(() -> parts.models().search(words), this::found, problem -> failed(problem, this::search));
    }

    private void take(String typed) {
        try {
            status.getChildren().clear();
            offer.show(Offer.of(ModelRef.parse(typed).toString()));
        } catch (ProblemException e) {
            status.getChildren().setAll(new ProblemView(e.problem(), null));
        }
    }

    /** Shows that reference, as soon as the queen answers: a repository of the hub with its files, or a model of the catalogue. */
    void look(String ref) {
        wanted = ref;
        look();
    }

    private void look() {
        if (wanted.isEmpty() || !read) {
            return;
        }
        String ref = wanted;
        wanted = "";
        search.say(ref);
        stop();
        deselect();
        switch (ModelRef.parse(ref)) {
            case ModelRef.Hub hub -> files(hub.repository(), ref);
            case ModelRef.Library named -> named(named, ref);
            case ModelRef.Installed named -> named(named.inLibrary(), ref);
            case ModelRef.Demo _, ModelRef.Url _, ModelRef.LocalFile _ -> take(ref);
        }
    }

    /** Of the catalogue, else what the hub finds under that name once it is asked. */
    private void named(ModelRef.Library name, String ref) {
        search.say(name.name());
        library.stream()
                .filter(model -> model.name().equals(name.name()))
                .findFirst()
                .ifPresent(model -> offer.show(Offer.of(model).preferring(ref)));
    }

    private void found(List<HubModel> found) {
        status.getChildren().clear();
        deselect();
        show(true);
        hits.getChildren().clear();
        selection = new ToggleGroup();
        for (HubModel model : found) {
            HubRow row = new HubRow(model);
            row.setToggleGroup(selection);
            row.setOnAction(e -> {
                if (row.isSelected()) {
                    files(model.repo(), "");
                } else {
                    offer.show(null);
                }
            });
            hits.getChildren().add(row);
        }
        if (found.isEmpty()) {
            status.getChildren()
                    .setAll(new EmptyState(
                            Feather.SEARCH,
                            WORDS.get("discover.nothing.was.found"),
                            WORDS.get("discover.hugging.face.has.no"),
                            null));
        }
    }

    /** {@code ref} is the file to begin with. */
    private void files(String repo, String ref) {
        stop();
        offer.show(null);
        if (!ref.isEmpty()) {
            busy(WORDS.get("discover.asking.about", repo));
        }
        asking = parts.background()
                .start(
                        () -> parts.models().repo(repo),
                        full -> {
                            status.getChildren().clear();
                            offer.show(Offer.of(full).preferring(ref));
                        },
                        problem -> failed(problem, () -> files(repo, ref)));
    }

    private void stop() {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    private void busy(String words) {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        status.getChildren().setAll(Ui.label(words, "secondary"), bar);
    }

    private void failed(Problem problem) {
        failed(problem, this::load);
    }

    private void failed(Problem problem, Runnable again) {
        status.getChildren()
                .setAll(new ProblemView(problem, Ui.button(WORDS.get("discover.try.again"), Feather.REFRESH_CW, () -> {
                    status.getChildren().clear();
                    again.run();
                })));
    }

    private void load() {
        if (read) {
            return;
        }
        if (!parts.fleet().view().get().connected()) {
            status.getChildren()
                    .setAll(new EmptyState(
                            Feather.CLOUD_OFF, WORDS.get("discover.away"), WORDS.get("discover.away.more"), null));
            return;
        }
        busy(WORDS.get("discover.reading.the.catalogue"));
        stop();
        asking = parts.background().start(() -> parts.models().library(), this::fill, this::failed);
    }

    private void fill(List<LibraryModel> found) {
        read = true;
        library = found;
        status.getChildren().clear();
        search.kinds(library);
        cards.fill(library, model -> offer.show(model == null ? null : Offer.of(model)));
        selection = cards.selection();
        if (library.isEmpty()) {
            status.getChildren()
                    .setAll(new EmptyState(
                            Feather.BOOK,
                            WORDS.get("discover.the.catalogue.is.empty"),
                            WORDS.get("discover.this.rbee.came.without"),
                            null));
        }
        fleet(parts.fleet().view().get());
        look();
    }

    /** These models are there. */
    void have(List<ModelEntry> entries) {
        Set<String> names = new HashSet<>();
        for (ModelEntry entry : entries) {
            if (entry.state().equals("installed")) {
                names.add(entry.id());
                if (entry.refs() != null) {
                    names.addAll(entry.refs());
                }
            }
        }
        offer.have(names);
    }

    /** The fleet is so now. */
    void fleet(FleetView now) {
        if (!read && now.connected() && asking == null && view.getScene() != null) {
            load();
        }
        List<HiveInfo> hives = List.copyOf(now.hives().values());
        offer.hives(hives);
        cards.judge(hives);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        load();
        fleet(parts.fleet().view().get());
    }

    @Override
    public void hidden() {
        stop();
    }

    @Override
    public boolean find() {
        search.focus();
        return true;
    }
}
