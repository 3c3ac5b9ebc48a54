package dev.rbee.app.journal;

import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.remote.JournalSource;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All logs in one view: whose, how much a line matters, words; follows their end, can be paused, copied, saved. JavaFX thread only. */
public final class JournalPane extends VBox {
    private static final Words WORDS = Words.of(JournalPane.class);

    /** Of a line, px. */
    private static final double HIGH = 20;

    private final Journal journal = new Journal();
    private final Streams streams;
    private final Presenter presenter;
    private final SourceMenu sources;
    private final LevelChip level;
    private final TextField words = new TextField();
    private final ToggleButton follow = new ToggleButton(WORDS.get("follow"), new FontIcon(Feather.ARROW_DOWN));
    private final ToggleButton pause = new ToggleButton(WORDS.get("pause"), new FontIcon(Feather.PAUSE));
    private final ListView<Entry> list = new ListView<>(journal.shown());
    private final TextArea whole = new TextArea();
    private final VBox trouble = new VBox(8);
    private final Label count = Ui.label("", "secondary", "figure");
    private boolean front;

    /** Reads {@code logs}; {@code save} is offered the lines that are shown. */
    public JournalPane(
            JournalSource logs,
            Background background,
            Presenter presenter,
            InstantSource clock,
            ZoneId zone,
            Saving save) {
        super(12);
        this.presenter = presenter;
        streams = new Streams(logs, background, clock, this::came, this::failures);
        sources = new SourceMenu(this::read);
        level = new LevelChip(this::filter);
        words.setId("journal-words");
        words.setPromptText(WORDS.get("words"));
        words.setAccessibleText(WORDS.get("words"));
        words.textProperty().addListener((p, old, now) -> filter());
        follow.setId("journal-follow");
        follow.setSelected(true);
        follow.setTooltip(Ui.tip(WORDS.get("follow.tip"), null));
        follow.setOnAction(e -> toEnd());
        pause.setId("journal-pause");
        pause.setTooltip(Ui.tip(WORDS.get("pause.tip"), null));
        pause.setOnAction(e -> {
            journal.pause(pause.isSelected());
            toEnd();
        });
        journal.waiting().addListener((p, old, now) -> pauseWords());
        Button clear = Ui.iconButton(Feather.TRASH_2, WORDS.get("clear"), () -> {
            journal.clear();
            counted();
        });
        Button copy = Ui.copyButton(WORDS.get("copy"), this::text);
        Button saving = Ui.iconButton(
                Feather.DOWNLOAD,
                WORDS.get("save"),
                () -> save.lines(
                        List.copyOf(journal.shown()).stream().map(Entry::line).toList()));
        saving.setId("journal-save");
        FlowPane left = new FlowPane(8, 8, words, sources, level);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox right = new HBox(4, follow, pause, clear, copy, saving);
        right.setMinWidth(HBox.USE_PREF_SIZE);
        HBox head = new HBox(8, left, right);
        head.getStyleClass().add("journal-head");
        list.setId("journal");
        list.getStyleClass().addAll("log", "journal");
        list.setFixedCellSize(HIGH);
        list.heightProperty().addListener((p, old, now) -> keep(now.doubleValue()));
        list.setCellFactory(view -> new EntryCell(zone));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new EmptyState(Feather.FILE_TEXT, WORDS.get("empty"), WORDS.get("empty.words"), null));
        list.setAccessibleText(WORDS.get("lines"));
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        list.setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                Ui.copy(selected());
                event.consume();
            } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.PAGE_UP) {
                follow.setSelected(false);
            }
        });
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Entry>) change -> showWhole());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(80);
        whole.setId("journal-whole");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(4);
        whole.setMinHeight(48);
        whole.getStyleClass().add("snippet");
        whole.setAccessibleText(WORDS.get("whole"));
        Ui.shown(whole, false);
        HBox foot = new HBox(count);
        foot.getStyleClass().add("list-foot");
        getChildren().addAll(head, trouble, list, whole, foot);
        VBox.setVgrow(this, Priority.ALWAYS);
        filter();
    }

    /** What takes lines to be saved. */
    @FunctionalInterface
    public interface Saving {
        /** Oldest first. */
        void lines(List<String> lines);
    }

    /** It is in front; the logs are read from now on. */
    public void front(FleetView view, boolean own) {
        front = true;
        streams.again();
        update(view, own);
    }

    /** It is not any more: nothing is read. */
    public void rest() {
        front = false;
        streams.rest();
        journal.clear();
    }

    /** Hives or workers have come or gone. */
    public void update(FleetView view, boolean own) {
        sources.offer(Sources.of(view, own));
        if (front) {
            read();
        }
    }

    /** Shows the log of that one only: {@code hive:<id>}, {@code worker:<id>}, {@code queen}, {@code application}. */
    public void only(String source) {
        sources.only(source);
    }

    /** Goes to the words. */
    public void find() {
        words.requestFocus();
        words.selectAll();
    }

    private void read() {
        if (!front) {
            return;
        }
        List<Source> read = sources.read();
        Set<String> ids = read.stream().map(Source::id).collect(Collectors.toSet());
        journal.only(ids);
        streams.read(read);
        failures();
    }

    private void came(List<Entry> batch) {
        if (!front) {
            return;
        }
        journal.add(batch);
        counted();
        toEnd();
    }

    private void toEnd() {
        if (follow.isSelected() && !pause.isSelected() && !journal.shown().isEmpty()) {
            list.scrollTo(journal.shown().size() - 1);
        }
    }

    private void filter() {
        journal.filter(level.least(), words.getText());
        counted();
        toEnd();
    }

    private void counted() {
        int all = journal.size();
        int shown = journal.shown().size();
        count.setText(shown == all ? WORDS.get("count", all) : WORDS.get("count.of", shown, all));
    }

    private void pauseWords() {
        int waiting = journal.waiting().get();
        pause.setText(waiting == 0 ? WORDS.get("pause") : WORDS.get("paused", waiting));
    }

    private void showWhole() {
        List<Entry> chosen = list.getSelectionModel().getSelectedItems();
        Ui.shown(whole, chosen.size() == 1);
        if (chosen.size() == 1 && chosen.getFirst() != null) {
            whole.setText(chosen.getFirst().text());
            follow.setSelected(false);
        }
    }

    /** The list has less room as soon as a whole line stands below it: the one that was chosen stays in sight. */
    private void keep(double high) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        int fit = (int) Math.max(1, (high - list.snappedTopInset() - list.snappedBottomInset()) / HIGH);
        if (whole.isVisible()
                && chosen >= 0
                && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && chosen >= flow.getFirstVisibleCell().getIndex() + fit) {
            list.scrollTo(chosen - fit + 1);
        }
    }

    private String selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .map(Entry::line)
                .collect(Collectors.joining("\n"));
    }

    private String text() {
        return journal.shown().stream().map(Entry::line).collect(Collectors.joining("\n"));
    }

    private void failures() {
        Map<String, Problem> failed = streams.failed();
        List<Node> views = failed.values().stream()
                .distinct()
                .limit(2)
                .map(problem -> presenter.inline(problem, () -> {
                    streams.again();
                    read();
                }))
                .toList();
        trouble.getChildren().setAll(views);
        Ui.shown(trouble, !views.isEmpty());
    }
}
