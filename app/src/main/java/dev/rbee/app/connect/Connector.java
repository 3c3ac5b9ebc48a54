package dev.rbee.app.connect;

import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.live.LiveFleet;
import dev.rbee.app.remote.Queens;
import dev.rbee.app.remote.Site;
import dev.rbee.app.remote.Ways;
import dev.rbee.app.state.AppState;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Connects to one queen at a time and stays connected: the one owner of which queen is meant. JavaFX thread only; the work is done elsewhere,
 * and what comes back late, of a queen that is not meant any more, is closed and forgotten.
 */
public final class Connector implements QueenSwitch, AutoCloseable {
    /** Under which key the window remembers the id of the connection. */
    public static final String LAST = "connect.last";

    private static final Duration LONGEST_HERE = Duration.ofSeconds(5);
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(30);

    /** What it works with. */
    record Tools(
            Doors doors,
            Queens queens,
            LiveFleet live,
            Background background,
            ScheduledExecutorService timer,
            InstantSource clock,
            AppState state) {}

    private final Tools tools;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private BiConsumer<Connection, Problem> asks = (connection, problem) -> {};
    private @Nullable Opened opened;
    private @Nullable Task opening;
    private @Nullable ScheduledFuture<?> again;
    private int tries;
    private long epoch;

    /** Will connect to {@code first} at {@link #start}. */
    Connector(Tools tools, Connection first) {
        this.tools = tools;
        standing = new ReadOnlyObjectWrapper<>(Standing.before(first));
    }

    /** How it stands, and with whom. */
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What opens the queen that is meant, for other programs; empty while it is not known. Secret. */
    public String key() {
        Connection to = meant();
        String token = tools.queens().site().token();
        return to instanceof Connection.Address address ? address.token() : token == null ? "" : token;
    }

    /** Gets the connections that cannot be opened without the user: a password, a new host key, another token. */
    void onAsk(BiConsumer<Connection, Problem> listener) {
        asks = listener;
    }

    /** Connects to that one instead; what was known is gone from the screen at once. */
    void to(Connection target) {
        leave();
        mean(target);
        begin();
    }

    /** Connects to that one by a way that stands already. */
    void adopt(Connection target, Opened way) {
        leave();
        mean(target);
        stands(way);
    }

    private void mean(Connection target) {
        standing.set(Standing.before(target));
        tools.state().put(LAST, target.id());
        tools.queens().use(nobody(target));
        tools.live().anew(doing(target));
    }

    private Site nobody(Connection target) {
        return target instanceof Connection.Here
                ? tools.doors().here()
                : new Site(target.name(), false, null, null, List::of, Ways.queenOnly(target.name()));
    }

    private static String doing(Connection target) {
        return target instanceof Connection.Here
                ? ConnectWords.WORDS.get("starting")
                : ConnectWords.WORDS.get("connecting", target.name());
    }

    /** Lets go of the way that stands or is being opened. */
    private void leave() {
        epoch++;
        tries = 0;
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
        if (again != null) {
            again.cancel(false);
            again = null;
        }
        Opened old = opened;
        opened = null;
        if (old != null) {
            Thread.ofVirtual().name("rbee-leave").start(old.close());
        }
    }

    /** Starts this machine's queen, or reaches the one that is meant, now instead of later. */
    @Override
    public void start() {
        if (opening != null) {
            return;
        }
        if (opened != null && !here() && tools.live().hurry()) {
            return;
        }
        leave();
        tools.live().starting(doing(meant()));
        begin();
    }

    private void begin() {
        long mine = epoch;
        Connection target = meant();
        opening = tools.background()
                .start(
                        () -> tools.doors().open(target, null),
                        way -> {
                            if (mine == epoch) {
                                opening = null;
                                stands(way);
                            } else {
                                Thread.ofVirtual().name("rbee-leave").start(way.close());
                            }
                        },
                        problem -> {
                            if (mine == epoch) {
                                opening = null;
                                failed(problem);
                            }
                        });
    }

    private void stands(Opened way) {
        long mine = epoch;
        opened = way;
        tries = 0;
        boolean chatsOnly = way.sees() == Opened.Sees.CHATS;
        standing.set(new Standing(meant(), chatsOnly, way.version()));
        tools.queens().use(way.site());
        Remote queen = tools.queens().get();
        if (chatsOnly) {
            tools.live().attach(queen.base(), new ChatModels(queen, tools.clock()));
        } else {
            tools.live().attach(queen, here() ? LONGEST_HERE : LONGEST_AWAY);
        }
        Executor later = FxThread.LATER;
        way.lost()
                .then(() -> later.execute(() -> {
                    if (mine == epoch) {
                        lost();
                    }
                }));
    }

    /** The login broke: the same again, with pauses. */
    private void lost() {
        leave();
        failed(Problem.of(
                ProblemCode.SSH_UNREACHABLE,
                ConnectWords.WORDS.get("lost", meant().where()),
                ConnectWords.WORDS.get("lost.hint")));
    }

    private void failed(Problem problem) {
        if (here()) {
            tools.live().away(problem, false);
            return;
        }
        switch (problem.code()) {
            case UNREACHABLE, TIMEOUT, SSH_UNREACHABLE, QUEEN_NOT_FOUND -> later(problem);
            default -> {
                tools.live().away(problem, false);
                asks.accept(meant(), problem);
            }
        }
    }

    private void later(Problem problem) {
        long mine = epoch;
        int count = ++tries;
        Duration pause = Pause.before(count);
        Instant next = tools.clock().instant().plus(pause);
        tools.live().away(problem, false, next);
        Executor later = FxThread.LATER;
        again = tools.timer()
                .schedule(
                        () -> later.execute(() -> {
                            if (mine == epoch) {
                                begin();
                            }
                        }),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Ends this machine's queen where this application runs her. */
    @Override
    public void stop() {
        if (opening != null || !own()) {
            return;
        }
        leave();
        long mine = epoch;
        opening = tools.background()
                .start(
                        () -> {
                            tools.doors().stop();
                            return Boolean.TRUE;
                        },
                        done -> {
                            if (mine == epoch) {
                                opening = null;
                                tools.live().away(stopped(), true);
                            }
                        },
                        problem -> {
                            if (mine == epoch) {
                                opening = null;
                                failed(problem);
                            }
                        });
    }

    private static Problem stopped() {
        return Problem.of(
                ProblemCode.UNREACHABLE, ConnectWords.WORDS.get("stopped"), ConnectWords.WORDS.get("stopped.hint"));
    }

    private Connection meant() {
        return standing.get().to();
    }

    private boolean here() {
        return standing.get().here();
    }

    @Override
    public String where() {
        Connection to = meant();
        return here() || to.where().contains(to.name()) ? to.where() : to.name() + " (" + to.where() + ")";
    }

    /** Whether it is this machine's queen, and this application runs her. */
    @Override
    public boolean own() {
        return here() && tools.doors().own();
    }

    /** Lets go; does not wait. */
    @Override
    public void close() {
        leave();
    }
}
