package dev.rbee.app.models;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Rows;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.workers.StartDialog;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The page of installed models: what is there, start it, take in a file. */
public final class ModelsPage implements Page {
    private final FleetModel fleet;
    private final QueenApi queen;
    private final Background background;
    private final Dialogs dialogs;
    private final Rows<ModelEntry> rows = new Rows<>();
    private final LiveTable<ModelEntry> table;
    private final TextField filter = new TextField();
    private final Button take;
    private final Label doing = Ui.label("", "secondary");
    private final VBox trouble = new VBox();
    private final VBox view = new VBox();
    private boolean front;
    private Set<String> hives = Set.of();

    /** Models of the queen's hives. */
    public ModelsPage(FleetModel fleet, QueenApi queen, Background background, Dialogs dialogs) {
        this.fleet = fleet;
        this.queen = queen;
        this.background = background;
        this.dialogs = dialogs;
        StartDialog start = new StartDialog(queen, background, dialogs);
        table = ModelTable.of(rows, model -> start.open(model.id()), fleet);
        filter.setPromptText("Filter…");
        filter.setTooltip(Ui.tip("Show rows that contain these words (Ctrl+F)", null));
        filter.textProperty().addListener((p, old, now) -> table.filter(now));
        take = Ui.mainButton("Import file…", Feather.FOLDER_PLUS, this::choose);
        take.setTooltip(Ui.tip("Offer a GGUF file of this machine; it stays where it is", null));
        table.setPlaceholder(new EmptyState(
                Feather.PACKAGE, "No model is known", "Models show up here as soon as a hive is online.", null));
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(new PageHead("Models", doing, filter, take), trouble, table);
        Ui.shown(trouble, false);
        fleet.view().addListener((p, old, now) -> {
            take.setDisable(!now.connected());
            if (front && (!now.hives().keySet().equals(hives) || now.connected() != old.connected())) {
                read();
            }
        });
        take.setDisable(!fleet.view().get().connected());
    }

    private void read() {
        hives = Set.copyOf(fleet.view().get().hives().keySet());
        if (fleet.view().get().connected()) {
            background.run(queen::catalog, this::show, this::failed);
        }
    }

    private void show(List<ModelEntry> models) {
        Map<String, ModelEntry> byKey = new LinkedHashMap<>();
        models.forEach(model -> byKey.put(model.id() + " on " + Objects.requireNonNullElse(model.hive(), ""), model));
        rows.merge(byKey);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a model");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("GGUF models", "*.gguf", "*.GGUF"));
        File file = chooser.showOpenDialog(dialogs.owner());
        if (file != null) {
            take(file);
        }
    }

    /** Takes in that file. */
    void take(File file) {
        Ui.shown(trouble, false);
        take.setDisable(true);
        doing.setText("Importing " + file.getName() + "…");
        background.run(
                () -> {
                    queen.importModel(file.toPath());
                    return queen.catalog();
                },
                models -> {
                    ready();
                    show(models);
                },
                problem -> {
                    ready();
                    failed(problem);
                });
    }

    private void ready() {
        doing.setText("");
        take.setDisable(!fleet.view().get().connected());
    }

    private void failed(Problem problem) {
        trouble.getChildren().setAll(new ProblemView(problem, Ui.button("Read the list again", null, () -> {
            Ui.shown(trouble, false);
            read();
        })));
        Ui.shown(trouble, true);
    }

    @Override
    public String name() {
        return "Models";
    }

    @Override
    public Feather icon() {
        return Feather.PACKAGE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        front = true;
        read();
    }

    @Override
    public void hidden() {
        front = false;
    }

    @Override
    public boolean find() {
        filter.requestFocus();
        return true;
    }
}
