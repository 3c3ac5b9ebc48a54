package dev.rbee.app.launch;

import dev.rbee.app.activity.ActivityPage;
import dev.rbee.app.activity.ActivityParts;
import dev.rbee.app.activity.SaveFile;
import dev.rbee.app.background.Autostart;
import dev.rbee.app.background.CloseQuestion;
import dev.rbee.app.chat.ChatPage;
import dev.rbee.app.chat.ChatParts;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.connect.ConnectParts;
import dev.rbee.app.connect.ConnectionMenu;
import dev.rbee.app.connect.Connector;
import dev.rbee.app.enroll.AddMachine;
import dev.rbee.app.enroll.SshHosts;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.LateNavigator;
import dev.rbee.app.frame.LatePage;
import dev.rbee.app.frame.MainFrame;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Paced;
import dev.rbee.app.fx.Ticker;
import dev.rbee.app.hives.HiveParts;
import dev.rbee.app.hives.HivesPage;
import dev.rbee.app.home.HomePage;
import dev.rbee.app.home.HomeParts;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Link;
import dev.rbee.app.live.LiveFleet;
import dev.rbee.app.live.Mirror;
import dev.rbee.app.models.ImportDesk;
import dev.rbee.app.models.ModelParts;
import dev.rbee.app.models.ModelsPage;
import dev.rbee.app.problem.DefectDialog;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.problem.Remedies;
import dev.rbee.app.remote.HttpActivity;
import dev.rbee.app.remote.HttpChat;
import dev.rbee.app.remote.HttpEndpoints;
import dev.rbee.app.remote.HttpEngines;
import dev.rbee.app.remote.HttpJournal;
import dev.rbee.app.remote.HttpModels;
import dev.rbee.app.remote.HttpNodes;
import dev.rbee.app.remote.HttpQueen;
import dev.rbee.app.remote.HttpStats;
import dev.rbee.app.remote.HttpTokens;
import dev.rbee.app.remote.Queens;
import dev.rbee.app.remote.RegistryDiscovery;
import dev.rbee.app.settings.Addresses;
import dev.rbee.app.settings.SettingsPage;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.EndpointsDialog;
import dev.rbee.app.workers.StartDialog;
import dev.rbee.app.workers.WorkerParts;
import dev.rbee.app.workers.WorkersPage;
import dev.rbee.client.Http;
import dev.rbee.contract.workers.WorkerInfo;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's parts, made and joined by hand in one place. Made on the JavaFX thread. */
final class Graph implements AutoCloseable {
    private static final Words WORDS = Words.of(Graph.class);
    private static final Logger LOG = LoggerFactory.getLogger(Graph.class);

    final Look look;
    final FleetModel fleet;
    final MainFrame frame;
    final FrameWiring window;
    private final LatePage<ChatPage> chat;
    private final Openings openings;
    final Connector control;
    final ConnectionMenu connection;
    final UpdateWiring updates;
    final Chats chats;
    final ChatsWiring kept;
    private final List<LatePage<?>> pages;
    final LiveFleet live;
    final LateNavigator navigator;
    final Toasts toasts;
    final Presenter presenter;
    private final AppState state;
    private final Dialogs dialogs;
    private final DefectDialog defects;
    private final Background background;
    private final Ticker ticker = new Ticker();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rbee-app-timer").factory());
    private final Http http = new Http();
    private Consumer<String> opener = Graph::copyAddress;
    private SaveFile saver;

    Graph(QueenHost host, String token, Path home, Look look, AppState state) {
        this.look = look;
        this.state = state;
        InstantSource clock = InstantSource.system();
        RandomGenerator random = RandomGenerator.getDefault();
        Path userHome = Path.of(System.getProperty("user.home"));
        dialogs = new Dialogs(look);
        saver = SaveFile.chooser(dialogs::owner);
        defects = new DefectDialog(look, home.resolve("logs"));
        background = new Background(FxThread.LATER, defects::show);
        Link first = new Link.Starting(WORDS.get("starting.the.queen.on.this"));
        fleet = new FleetModel(clock, first);
        Mirror mirror = new Mirror(first);
        Paced paced = new Paced(FxThread.LATER, Mirror.PACE, () -> fleet.show(mirror.take()));
        ConnectParts connections = new ConnectParts(host, token, http, home, userHome);
        Queens queens = connections.queens();
        RegistryDiscovery discovery = new RegistryDiscovery(queens, http);
        live = new LiveFleet(mirror, paced::changed, discovery, timer, clock, random);
        control = connections.connector(live, background, timer, clock, state);
        navigator = new LateNavigator();
        toasts = new Toasts();
        presenter = new Presenter(
                new Remedies(navigator, control, () -> fleet.view().get().connected()), toasts);
        HttpQueen queen = new HttpQueen(queens, random);
        kept = new ChatsWiring(
                home, new ChatsWiring.Needs(background, toasts, presenter, dialogs, state, clock, ticker));
        chats = kept.chats;
        HttpChat asking = new HttpChat(queens, http);
        chat = new LatePage<>(
                ChatPage.FACE,
                () -> new ChatPage(
                        fleet,
                        queen,
                        background,
                        control,
                        new ChatParts(
                                asking,
                                discovery,
                                System::nanoTime,
                                chats,
                                kept.side(),
                                kept.habits,
                                dialogs,
                                presenter,
                                toasts,
                                kept.files(),
                                address -> opener.accept(address))));
        Addresses addresses =
                new Addresses(home, () -> host.registries().stream().findFirst().orElse("–"), control::key);
        HttpModels modelsApi = new HttpModels(queens);
        HttpNodes nodes = new HttpNodes(queens, random);
        SshHosts hosts = new SshHosts(userHome, System.getProperty("user.name"), home.resolve("known_hosts"));
        AddMachine adding = new AddMachine(dialogs, nodes, queen, modelsApi, background, fleet, hosts, this::chatWith);
        StartDialog start = new StartDialog(
                queen, modelsApi, background, dialogs, fleet, () -> SettingsWiring.answersAtATime(home));
        ModelParts shelf = new ModelParts(
                fleet,
                modelsApi,
                background,
                dialogs,
                start,
                address -> opener.accept(address),
                navigator,
                state,
                toasts,
                presenter);
        ImportDesk imports = new ImportDesk(shelf);
        LatePage<ModelsPage> models = new LatePage<>(ModelsPage.FACE, () -> new ModelsPage(shelf, imports));
        LatePage<HomePage> front = new LatePage<>(
                HomePage.FACE,
                () -> new HomePage(new HomeParts(
                        fleet,
                        queen,
                        new HttpStats(queens),
                        background,
                        dialogs,
                        navigator,
                        state,
                        control::key,
                        adding::open,
                        () -> start.open(null))));
        LatePage<HivesPage> hives = new LatePage<>(
                HivesPage.FACE,
                () -> new HivesPage(
                        fleet,
                        control,
                        new HiveParts(
                                nodes, nodes, queen, new HttpEngines(queens), background, dialogs, navigator, state),
                        adding::open));
        LatePage<WorkersPage> workers = new LatePage<>(
                WorkersPage.FACE,
                () -> new WorkersPage(
                        new WorkerParts(
                                fleet, queen, background, dialogs, navigator, toasts, presenter, state, this::chatWith),
                        start,
                        new EndpointsDialog(new HttpEndpoints(queens), background, dialogs)));
        LatePage<ActivityPage> activity = new LatePage<>(
                ActivityPage.FACE,
                () -> new ActivityPage(new ActivityParts(
                        fleet,
                        new HttpActivity(queens),
                        new HttpJournal(queens, random, home.resolve("logs").resolve("rbee.log")),
                        background,
                        navigator,
                        presenter,
                        toasts,
                        control,
                        (title, name) -> saver.ask(title, name),
                        clock,
                        ZoneId.systemDefault())));
        updates = new UpdateWiring(
                home,
                new UpdateWiring.Needs(
                        background, dialogs, toasts, presenter, navigator, state, address -> opener.accept(address)));
        LatePage<SettingsPage> settings = new LatePage<>(
                SettingsPage.FACE,
                () -> SettingsWiring.page(new SettingsWiring.Parts(
                        fleet,
                        state,
                        look,
                        dialogs,
                        toasts,
                        presenter,
                        navigator,
                        background,
                        host,
                        control,
                        new HttpTokens(queens),
                        addresses,
                        chats,
                        kept.habits,
                        updates,
                        address -> opener.accept(address),
                        this::shortcuts)));
        pages = List.of(front, chat, hives, workers, models, activity, settings);
        window = new FrameWiring(List.copyOf(pages), fleet, control, navigator, toasts, dialogs, look, state);
        frame = window.frame;
        connection = connections.menu(control, dialogs, toasts, background, hosts, fleet.now(), this::writing);
        window.connected(connections.bar(control, connection), connection, control);
        openings = new Openings(imports, chat, models, connection, navigator, presenter);
        imports.dropOn(frame);
        ticker.onSecond(fleet::tick);
        ticker.start();
        window.openLast(state);
    }

    /** Has the start at login name this program, where that one it names is gone. */
    void renewAutostart(Autostart autostart) {
        background.run(autostart::renew, problem -> LOG.warn("autostart=stale why={}", problem.message()));
    }

    /** Looks for new versions from now on. */
    void beginUpdates() {
        updates.begin(timer);
    }

    private Node shortcuts() {
        return window.shortcuts.view();
    }

    private void chatWith(WorkerInfo worker) {
        frame.open("chat");
        chat.page().with(worker);
    }

    /** Joins it with the window it is shown in. */
    Scene scene(double width, double height) {
        Scene scene = new Scene(frame, width, height);
        look.dress(scene);
        return scene;
    }

    /** Whether an answer of this window is being written. */
    private boolean writing() {
        ChatPage page = chat.made();
        return page != null && page.busy();
    }

    /** Makes the next page that nobody has opened yet, so that it opens at once; false where there is none left. */
    boolean makeAhead() {
        for (LatePage<?> page : pages) {
            if (page.made() == null) {
                var _ = page.page();
                return true;
            }
        }
        return false;
    }

    /** Whether closing now would cut off an answer. */
    boolean answering() {
        return writing() || fleet.view().get().workers().values().stream().anyMatch(worker -> worker.busy() > 0);
    }

    /** Asks; exactly one of the two follows. */
    void confirm(String title, Node content, String act, Runnable yes, Runnable no) {
        dialogs.confirm(title, content, act, yes, no);
    }

    /** Shows what a start has brought along; nothing happens where that is nothing. */
    void open(Arguments arguments) {
        openings.open(arguments);
    }

    /** Asks what happens to the fleet when the window closes. */
    CloseQuestion closeQuestion() {
        return new CloseQuestion(dialogs, state);
    }

    /** Whether the window is shown: what only keeps it up to date rests while it is not. */
    void front(boolean shown) {
        if (shown) {
            fleet.tick();
            ticker.start();
        } else {
            ticker.stop();
        }
    }

    /** Addresses are shown by that; copied until then. */
    void opens(Consumer<String> with) {
        opener = with;
    }

    /** Files are saved where that says; the system's dialog asks until then. */
    void saves(SaveFile with) {
        saver = with;
    }

    private static void copyAddress(String address) {
        Ui.copy(address);
    }

    /** Dialogs stand before that window. */
    void ownedBy(Window window) {
        dialogs.ownedBy(window);
        defects.ownedBy(window);
    }

    /** A failure nobody expected. */
    void defect(Throwable failure) {
        defects.show(Background.defect(failure));
    }

    /** Lets go of the network and writes what the window remembers; waits for nothing else. */
    @Override
    public void close() {
        state.close();
        kept.close();
        ticker.stop();
        control.close();
        live.close();
        background.close();
        timer.shutdownNow();
        http.close();
    }
}
