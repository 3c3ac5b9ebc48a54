package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageFace;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.frame.Shortcut;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.markdown.CodeEvent;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of conversations: the list, one chat, its set-up. */
public final class ChatPage implements Page {
    private static final Words WORDS = Words.of(ChatPage.class);

    /** How it stands in the navigation. */
    public static final PageFace FACE = new PageFace("chat", WORDS.get("page"), Feather.MESSAGE_CIRCLE);

    private static final double WIDE = 800;
    private static final double PANE = 300;

    private final FleetModel fleet;
    private final ChatParts parts;
    private final ChatFiles files;
    private final Runs runs;
    private final Titler titler;
    private final Deeds deeds;
    private final BorderPane view = new BorderPane();
    private final ChatHead head;
    private final Transcript transcript;
    private final FindBar finding;
    private final FirstRun first;
    private final Composer composer;
    private final SetupPane setup;
    private final Node side;
    private final RoomNote full;
    private final LinkNote linked;
    private final VBox writing;
    private final ListChangeListener<Message> path = change -> update();
    private final ChangeListener<@Nullable String> setUp = (p, old, now) -> setUp();
    private final ChangeListener<Draft> draft = (p, old, now) -> draft(now);
    private @Nullable ChatTree shown;
    /** The list is shown although there is little room, until a chat is opened. */
    private boolean searching;

    /** Shows the open one of the chats. */
    public ChatPage(FleetModel fleet, QueenApi queen, Background background, QueenSwitch queenSwitch, ChatParts parts) {
        this.fleet = fleet;
        this.parts = parts;
        AnswerRun.Tools tools =
                new AnswerRun.Tools(parts.chat(), new Destination(parts.discovery()), background, fleet, parts.nanos());
        runs = new Runs(tools, this::changed, this::ended);
        titler = new Titler(tools, parts.chats(), parts.habits(), runs::any);
        parts.habits().watch(this::setUp);
        Pairs pairs = new Pairs();
        deeds = new Deeds(parts, runs, pairs, () -> fleet.view().get(), new Places());
        transcript = new Transcript(runs, pairs, deeds);
        finding = new FindBar(() -> parts.chats().open().get().path(), transcript, this::found);
        composer = new Composer(parts.habits(), new Written());
        files = new ChatFiles(parts, background, composer::attach);
        head = new ChatHead(fleet.view().get(), new Chosen());
        setup = new SetupPane(parts.chats(), () -> parts.habits().fresh(), this::keep, () -> head.setup(false));
        first = new FirstRun(queen, background, queenSwitch, composer::focus);
        side = parts.side().node();
        BorderPane.setMargin(side, new Insets(12, 0, 16, 24));
        full = new RoomNote(new Fits());
        StackPane middle = new StackPane(transcript, first);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        linked = new LinkNote(choice -> keep(deeds.setup().with(choice)), this::putLinked);
        writing = new VBox(6, full, linked, composer);
        writing.getStyleClass().add("writing");
        VBox chat = new VBox(head, finding, middle, writing);
        chat.setMinWidth(0);
        view.setCenter(chat);
        view.getStyleClass().add("chat-page");
        view.widthProperty().addListener((p, old, now) -> arrange());
        new Drops(view, files::attach);
        transcript.addEventHandler(CodeEvent.SAVE, files::saveCode);
        Typing.into(transcript, composer);
        fleet.view().addListener((p, old, now) -> update());
        parts.chats().open().addListener((p, old, now) -> show(now));
        parts.chats().hit().addListener((p, old, now) -> hit(now));
        show(parts.chats().open().get());
    }

    private void arrange() {
        double width = view.getWidth();
        boolean settings = view.getRight() != null;
        boolean wide = width - (settings ? PANE : 0) >= WIDE;
        searching &= !wide;
        Node list = wide || searching ? side : null;
        if (!Objects.equals(view.getLeft(), list)) {
            view.setLeft(list);
        }
        head.alone(list == null);
    }

    private void show(ChatTree tree) {
        ChatTree before = shown;
        searching = false;
        arrange();
        if (before != null) {
            before.path().removeListener(path);
            before.setup().removeListener(setUp);
            before.draft().removeListener(draft);
        }
        finding.close();
        linked.hide();
        shown = tree;
        tree.path().addListener(path);
        tree.setup().addListener(setUp);
        tree.draft().addListener(draft);
        transcript.show(tree);
        composer.show(tree.draft().get());
        setUp();
        changed();
        composer.focus();
    }

    private void hit(@Nullable Message message) {
        if (message != null) {
            transcript.reveal(message);
        }
    }

    private void draft(Draft now) {
        if (composer.draft().empty() && !now.empty()) {
            composer.show(now);
        }
    }

    private void setUp() {
        Setup now = deeds.setup();
        head.show(now);
        setup.show(now, model());
        update();
    }

    /** The model the chat is with now; empty where nobody is there. */
    private String model() {
        Choice choice = deeds.choice();
        return Destination.best(choice, fleet.view().get().workers().values())
                .map(WorkerInfo::modelRef)
                .orElse(choice.model());
    }

    private void keep(Setup now) {
        parts.chats().open().get().setup(now.write());
    }

    private void ended(ChatTree tree) {
        titler.ended(tree);
    }

    private void changed() {
        if (runs.any()) {
            titler.giveWay();
        }
        boolean busy = deeds.busy();
        composer.running(busy);
        update();
    }

    private void update() {
        FleetView now = fleet.view().get();
        ChatTree tree = parts.chats().open().get();
        head.show(now);
        runs.fleet(now);
        titler.fleet(now);
        linked.fleet(now);
        Setup how = deeds.setup();
        head.context(Tokens.used(tree.path(), how.prompt()), runs.context(how.choice()));
        room();
        boolean empty = tree.path().isEmpty();
        if (!empty) {
            linked.hide();
        }
        first.setVisible(empty);
        transcript.setVisible(!empty);
        if (empty) {
            first.show(now);
        }
    }

    /** Says before sending whether it will fit. */
    private void room() {
        Setup how = deeds.setup();
        Integer most = runs.context(how.choice());
        Room room = Room.of(parts.chats().open().get().path(), how, composer.tokens(), most);
        boolean attached = !composer.draft().files().isEmpty();
        full.show(
                room,
                attached,
                room instanceof Room.Alone ? Waits.trained(model(), fleet.view().get()) : null);
    }

    /** Chats with this worker from now on. */
    public void with(WorkerInfo worker) {
        keep(deeds.setup().with(new Choice.Worker(worker.id(), worker.modelRef())));
        composer.focus();
    }

    /** Begins a chat that a link asks for: its words become a draft, unless another one stands there. Nothing is sent. */
    public void linked(LinkedChat link) {
        parts.chats().freshThen(() -> {
            ChatTree tree = parts.chats().open().get();
            String prompt = link.prompt();
            boolean written = !tree.draft().get().empty();
            if (prompt != null && !written) {
                write(tree, new Draft(prompt, List.of()));
            }
            linked.show(link, written, Objects.requireNonNull(fleet.view().get()));
        });
    }

    private void putLinked() {
        ChatTree tree = parts.chats().open().get();
        Draft before = tree.draft().get();
        Draft now = new Draft(linked.prompt(), before.files());
        write(tree, now);
        linked.taken();
        parts.toasts().undo(WORDS.get("linked.instead"), () -> write(tree, before));
    }

    private void write(ChatTree tree, Draft draft) {
        tree.draft(draft);
        if (tree.equals(parts.chats().open().get())) {
            composer.show(draft);
        }
    }

    /** Whether an answer is being written in any conversation. */
    public boolean busy() {
        return runs.any();
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
    public Region foot() {
        return writing;
    }

    @Override
    public void shown() {
        composer.focus();
    }

    @Override
    public void reveal(String id) {
        parts.chats().open(id);
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        String group = WORDS.get("page");
        all.add(new Command(group, WORDS.get("chat.fresh"), "", Feather.EDIT, ChatHead.NEW, deeds::fresh));
        all.add(new Command(group, WORDS.get("command.target"), "", Feather.CPU, null, head::pick));
        all.add(new Command(group, WORDS.get("command.setup"), "", Feather.SLIDERS, ChatHead.SETUP, head::toggleSetup));
        all.add(new Command(group, WORDS.get("composer.attach"), "", Feather.PAPERCLIP, null, this::attach));
        all.add(new Command(group, WORDS.get("command.save"), "", Feather.SAVE, ChatHead.SAVE, files::saveChat));
        all.add(new Command(group, WORDS.get("command.search"), "", Feather.SEARCH, ChatHead.SEARCH, this::search));
        all.addAll(parts.side().commands());
        return all;
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(WORDS.get("find.prompt"), "Ctrl+F"),
                new Shortcut(WORDS.get("shortcut.edit"), "Up"),
                new Shortcut(WORDS.get("shortcut.stop"), "Esc"),
                new Shortcut(WORDS.get("shortcut.select"), "Shift+Left / Right / Up / Down"),
                new Shortcut(WORDS.get("shortcut.all"), "Ctrl+A"));
    }

    @Override
    public boolean fresh() {
        deeds.fresh();
        composer.focus();
        return true;
    }

    @Override
    public boolean find() {
        if (parts.chats().open().get().path().isEmpty()) {
            search();
        } else {
            finding.open();
        }
        return true;
    }

    private void attach() {
        files.choose(composer::focus);
    }

    private void found() {
        composer.focus();
    }

    private void search() {
        searching = true;
        arrange();
        parts.side().find();
    }

    @Override
    public boolean escape() {
        return deeds.stop() || closeSetup();
    }

    /** Fields outside of it, but the composer, have an Esc of their own. */
    private boolean closeSetup() {
        Node owner = view.getScene().getFocusOwner();
        boolean typing = owner instanceof TextInputControl && !inside(owner, setup) && !inside(owner, composer);
        if (view.getRight() == null || typing) {
            return false;
        }
        head.setup(false);
        composer.focus();
        return true;
    }

    private static boolean inside(Node node, Node parent) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    /** What is done with what was written. */
    private final class Written implements Composer.Deeds {
        @Override
        public void say(String text, List<Attachment> attached) {
            deeds.say(text, attached);
        }

        @Override
        public void stop() {
            deeds.stop();
        }

        @Override
        public void draft(Draft now) {
            parts.chats().open().get().draft(now);
            room();
        }

        @Override
        public void attach() {
            ChatPage.this.attach();
        }

        @Override
        public void attach(List<Path> chosen) {
            files.attach(chosen);
        }

        @Override
        public void editLast() {
            Message last = deeds.lastSaid();
            if (last != null && !deeds.busy()) {
                transcript.edit(last);
            }
        }
    }

    /** What is chosen over the chat. */
    private final class Chosen implements ChatHead.Deeds {
        @Override
        public void choose(Choice choice) {
            keep(deeds.setup().with(choice));
            composer.focus();
        }

        @Override
        public void beside(@Nullable Choice choice) {
            keep(deeds.setup().beside(choice));
        }

        @Override
        public void setup(boolean visible) {
            view.setRight(visible ? setup : null);
            arrange();
        }

        @Override
        public void fresh() {
            deeds.fresh();
        }
    }

    /** What helps where it does not fit. */
    private final class Fits implements RoomNote.Help {
        @Override
        public void trim() {
            keep(deeds.setup().trimmed(true));
        }

        @Override
        public void leaveOutFiles() {
            composer.leaveOutFiles();
        }

        @Override
        public void choose() {
            head.pick();
        }

        @Override
        public void fresh() {
            deeds.fresh();
        }
    }

    private final class Places implements Deeds.Stage {
        @Override
        public void toEnd() {
            transcript.toEnd();
        }

        @Override
        public void remake(Message message) {
            transcript.remake(message);
        }

        @Override
        public void focus() {
            composer.focus();
        }
    }
}
