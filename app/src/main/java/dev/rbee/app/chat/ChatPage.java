package dev.rbee.app.chat;

import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of conversations. */
public final class ChatPage implements Page {
    private static final double WIDE = 900;

    private final FleetModel fleet;
    private final AnswerRun.Tools tools;
    private final Conversations conversations;
    private final BorderPane view = new BorderPane();
    private final TargetPicker picker;
    private final Pill queenless = new Pill(new Badge(Tone.LOADING, Feather.ZAP, "queenless"));
    private final Transcript transcript;
    private final FirstRun first;
    private final Composer composer;
    private final Map<Conversation, AnswerRun> running = new HashMap<>();

    /** {@code conversations} are kept by whoever made them. */
    public ChatPage(FleetModel fleet, QueenApi queen, Background background, QueenSwitch queenSwitch, ChatParts parts) {
        this.fleet = fleet;
        this.tools = new AnswerRun.Tools(parts.chat(), new Destination(parts.discovery()), background, parts.nanos());
        conversations = new Conversations(parts.ids(), this::show);
        composer = new Composer(this::say, this::stop);
        picker = new TargetPicker(fleet.view().get());
        transcript = new Transcript(this::again, conversations::fresh);
        first = new FirstRun(queen, background, queenSwitch, composer::focus);
        queenless.setId("queenless");
        queenless.setTooltip(Ui.tip("The queen is away; this chat goes straight to a worker", null));
        Button fresh = Ui.iconButton(Feather.EDIT, "New chat", conversations::fresh);
        fresh.setTooltip(Ui.tip("New chat", new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN)));
        HBox bar = new HBox(picker, queenless, Ui.spacer(), fresh);
        bar.getStyleClass().add("chat-bar");
        bar.setPadding(new Insets(12, 24, 8, 24));
        StackPane middle = new StackPane(transcript, first);
        HBox writing = new HBox(composer);
        HBox.setHgrow(composer, Priority.ALWAYS);
        writing.setAlignment(Pos.CENTER);
        writing.setPadding(new Insets(4, 24, 16, 24));
        BorderPane.setMargin(conversations.list(), new Insets(12, 0, 16, 24));
        view.setTop(bar);
        VBox.setVgrow(middle, Priority.ALWAYS);
        view.setCenter(new VBox(middle, writing));
        view.widthProperty().addListener((p, old, now) -> arrange(now.doubleValue()));
        fleet.view().addListener((p, old, now) -> update());
        conversations.fresh();
        update();
    }

    private void arrange(double width) {
        Node list = width >= WIDE ? conversations.list() : null;
        if (!Objects.equals(view.getLeft(), list)) {
            view.setLeft(list);
        }
    }

    private void update() {
        FleetView now = fleet.view().get();
        picker.show(now);
        running.values().forEach(run -> run.fleet(now));
        Ui.shown(queenless, now.link() instanceof Link.Away);
        boolean empty = conversations.open().exchanges().isEmpty();
        first.setVisible(empty);
        transcript.setVisible(!empty);
        if (empty) {
            first.show(now);
        }
    }

    private void show(Conversation conversation) {
        transcript.show(conversation);
        composer.running(running.containsKey(conversation));
        update();
        composer.focus();
    }

    private void say(String text) {
        Conversation conversation = conversations.open();
        Exchange exchange = conversation.say(text);
        conversations.changed();
        run(conversation, exchange, exchange.answer().get());
        update();
    }

    private void again(Exchange exchange) {
        stop();
        run(conversations.open(), exchange, exchange.again());
    }

    private void run(Conversation conversation, Exchange exchange, Answer answer) {
        AnswerRun run =
                new AnswerRun(tools, answer, picker.choice().get(), fleet.view().get(), conversation.upTo(exchange));
        running.put(conversation, run);
        run.fleet(fleet.view().get());
        composer.running(true);
        answer.state().addListener((p, old, now) -> {
            if (answer.ended() && running.remove(conversation, run) && conversation == conversations.open()) {
                composer.running(false);
                composer.focus();
            }
        });
    }

    private void stop() {
        AnswerRun run = running.get(conversations.open());
        if (run != null) {
            run.stop();
        }
    }

    /** Chats with this worker from now on. */
    public void with(WorkerInfo worker) {
        picker.choose(new Choice.Worker(worker.id(), worker.modelRef()));
        composer.focus();
    }

    /** Whether an answer is being written in any conversation. */
    public boolean busy() {
        return !running.isEmpty();
    }

    @Override
    public String key() {
        return "chat";
    }

    @Override
    public String name() {
        return "Chat";
    }

    @Override
    public Feather icon() {
        return Feather.MESSAGE_CIRCLE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        composer.focus();
    }

    @Override
    public boolean fresh() {
        conversations.fresh();
        return true;
    }

    @Override
    public boolean escape() {
        boolean was = running.containsKey(conversations.open());
        stop();
        return was;
    }
}
