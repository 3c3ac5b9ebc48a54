package dev.rbee.app.launch;

import dev.rbee.app.small.SmallQueen;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a {@link SmallQueen} in the application's place of a queen. */
final class SmallHost implements QueenHost {
    static final String TOKEN = "rbee_test-token-that-is-long-enough";

    private final Consumer<SmallQueen> prepare;
    private final List<String> registries;
    private volatile @Nullable SmallQueen queen;
    private volatile boolean attached;

    SmallHost(Consumer<SmallQueen> prepare, List<String> registries) {
        this.prepare = prepare;
        this.registries = registries;
    }

    @Override
    public Serving start() {
        SmallQueen made = new SmallQueen(TOKEN);
        prepare.accept(made);
        queen = made;
        return new Serving(made.url(), true);
    }

    SmallQueen queen() {
        SmallQueen now = queen;
        if (now == null) {
            throw new IllegalStateException("no queen was started");
        }
        return now;
    }

    boolean started() {
        return queen != null;
    }

    @Override
    public void stopQueen() {
        queen().close();
    }

    /** From now on as if the queen ran in another program. */
    void attached() {
        attached = true;
    }

    @Override
    public boolean running() {
        return started() && !attached;
    }

    @Override
    public String token() {
        return TOKEN;
    }

    @Override
    public List<String> registries() {
        return registries;
    }

    @Override
    public void close() {
        SmallQueen now = queen;
        if (now != null) {
            now.close();
        }
    }
}
