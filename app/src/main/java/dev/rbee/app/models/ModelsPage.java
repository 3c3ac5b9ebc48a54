package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageFace;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of models: those that are there, where others come from, and what is on its way. */
public final class ModelsPage implements Page {
    private static final Words WORDS = Words.of(ModelsPage.class);

    /** How it stands in the navigation. */
    public static final PageFace FACE = new PageFace("models", WORDS.get("models.models"), Feather.PACKAGE);

    private final ModelParts parts;
    private final ModelBook book;
    private final InstalledSection installed;
    private final DiscoverSection discover;
    private final DownloadsSection downloads;
    private final Segments segments;
    private final StackPane middle = new StackPane();
    private final ImportDesk imports;
    private final Button take;
    private final VBox trouble = new VBox();
    private final VBox view = new VBox();
    private Section open;
    private boolean front;

    /** Models of the queen's hives; files come in over that desk. */
    public ModelsPage(ModelParts parts, ImportDesk imports) {
        this.parts = parts;
        this.imports = imports;
        book = new ModelBook(parts, this::failed);
        Pulls pulls = new Pulls(parts);
        Fetcher fetcher = new Fetcher(parts, pulls, () -> open(2));
        installed = new InstalledSection(parts, fetcher, book::read, () -> open(1));
        discover = new DiscoverSection(parts, pulls, () -> open(2));
        downloads = new DownloadsSection(parts, pulls, () -> open(1));
        open = installed;
        segments = new Segments(
                this::open,
                new Segments.Name("installed", WORDS.get("models.installed")),
                new Segments.Name("discover", WORDS.get("models.discover")),
                new Segments.Name("downloads", WORDS.get("models.downloads")));
        take = Ui.button(WORDS.get("models.import.file"), Feather.FOLDER_PLUS, imports::choose);
        take.setTooltip(Ui.tip(WORDS.get("models.offer.gguf.files.of"), null));
        Button clean = Ui.button(WORDS.get("models.clean.up"), Feather.WIND, this::clean);
        clean.setId("models-clean");
        clean.setTooltip(Ui.tip(WORDS.get("models.free.what.is.left"), null));
        take.disableProperty().bind(parts.fleet().view().map(now -> !now.connected()));
        clean.disableProperty().bind(take.disableProperty());
        VBox.setVgrow(middle, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(new PageHead(WORDS.get("models.models"), clean, take), segments, trouble, middle);
        imports.dropOn(view);
        Ui.shown(trouble, false);
        book.models().addListener((p, old, now) -> show(now));
        parts.fleet().view().addListener((p, old, now) -> fleet(now));
        open(0);
    }

    /** Shows that section: 0 what is there, 1 what could be, 2 what is on its way. */
    void open(int section) {
        Section next = List.of(installed, discover, downloads).get(section);
        if (front && !next.equals(open)) {
            open.hidden();
        }
        open = next;
        middle.getChildren().setAll(next.view());
        segments.select(section);
        take.getStyleClass().remove("main");
        if (section == 0) {
            take.getStyleClass().add("main");
        }
        if (front) {
            next.shown();
        }
    }

    /** Shows that reference among what could be fetched; fetches nothing. */
    public void look(String ref) {
        open(1);
        discover.look(ref);
    }

    private void show(List<ModelEntry> models) {
        segments.count(0, Installed.group(models).size());
        installed.show(models);
        downloads.show(models);
        discover.have(models);
    }

    private void fleet(FleetView now) {
        segments.count(2, DownloadsSection.running(now));
        if (front) {
            book.follow(now);
            installed.fleet(now);
            downloads.fleet(now);
            discover.fleet(now);
        }
    }

    private void failed(Problem problem) {
        trouble.getChildren()
                .setAll(new ProblemView(problem, Ui.button(WORDS.get("models.read.the.list.again"), null, () -> {
                    Ui.shown(trouble, false);
                    book.read();
                })));
        Ui.shown(trouble, true);
    }

    @Override
    public PageFace face() {
        return FACE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        all.add(ModelCommands.of("command.discover", Feather.COMPASS, () -> visit(1)));
        all.add(ModelCommands.of("command.downloads", Feather.DOWNLOAD, () -> visit(2)));
        FleetView now = Objects.requireNonNull(parts.fleet().view().get());
        if (now.connected()) {
            all.add(ModelCommands.of("command.import", Feather.FOLDER_PLUS, () -> {
                visit(0);
                imports.choose();
            }));
            all.add(ModelCommands.of("command.clean", Feather.WIND, this::clean));
            all.addAll(ModelCommands.models(
                    now.hives().values(),
                    parts.start()::open,
                    id -> parts.navigator().reveal(key(), id)));
        }
        return all;
    }

    private void visit(int section) {
        parts.navigator().open(key());
        open(section);
    }

    private void clean() {
        new CleanDialog(parts, book::read).show();
    }

    @Override
    public void reveal(String id) {
        switch (id) {
            case "discover" -> open(1);
            case "downloads" -> open(2);
            default -> {
                open(0);
                installed.reveal(id);
            }
        }
    }

    @Override
    public void shown() {
        front = true;
        book.read();
        fleet(Objects.requireNonNull(parts.fleet().view().get()));
        open.shown();
    }

    @Override
    public void hidden() {
        front = false;
        open.hidden();
    }

    @Override
    public boolean find() {
        return open.find();
    }
}
