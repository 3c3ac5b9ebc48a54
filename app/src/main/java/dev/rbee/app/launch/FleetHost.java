package dev.rbee.app.launch;

import dev.rbee.client.KnownComponents;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.boot.Fleet;
import dev.rbee.service.boot.FleetOptions;
import dev.rbee.service.boot.LocalQueen;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.RunFile;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registry and queen in this process, this machine's hive as its child; or the rbee of the same home that runs already. */
final class FleetHost implements QueenHost {
    private static final Logger LOG = LoggerFactory.getLogger(FleetHost.class);
    private static final String USUAL_REGISTRY = "http://127.0.0.1:7830";

    private final Home home;
    private final Map<String, String> environment;
    private final Runnable stop;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Fleet fleet;

    /** {@code stop} ends the application; called when somebody posts a shutdown to its queen. */
    FleetHost(Home home, Map<String, String> environment, Runnable stop) {
        this.home = home;
        this.environment = environment;
        this.stop = stop;
    }

    @Override
    public Serving start() {
        lock.lock();
        try {
            Fleet own = fleet;
            if (own != null) {
                return new Serving(own.startQueen(), true);
            }
            Optional<LocalQueen.Attached> running = LocalQueen.find(home);
            if (running.isPresent()) {
                return new Serving(running.get().url(), false);
            }
            Fleet made = Fleet.start(FleetOptions.of(home, environment, line -> LOG.info("{}", line), stop));
            fleet = made;
            return new Serving(made.startQueen(), true);
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.ALREADY_RUNNING) {
                return LocalQueen.find(home)
                        .map(other -> new Serving(other.url(), false))
                        .orElseThrow(() -> e);
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stopQueen() {
        Fleet own = fleet;
        if (own != null) {
            own.stopQueen();
        }
    }

    @Override
    public boolean running() {
        return fleet != null;
    }

    @Override
    public String token() {
        return home.token(new SecureRandom());
    }

    @Override
    public List<String> registries() {
        Set<String> all = new LinkedHashSet<>();
        Fleet own = fleet;
        if (own != null) {
            own.registryUrl().ifPresent(all::add);
        }
        home.runFile("registry").read().map(RunFile.Content::url).ifPresent(all::add);
        all.addAll(new KnownComponents(home.knownComponents()).urls("registry"));
        all.add(USUAL_REGISTRY);
        return List.copyOf(all);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            Fleet own = fleet;
            fleet = null;
            if (own != null) {
                own.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
