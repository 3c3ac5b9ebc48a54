package dev.rbee.service.cli;

import java.util.Map;
import java.util.Optional;

/** The queen for a command that needs one: a running one, or one of its own for as long as the command lasts. */
final class Fleets implements AutoCloseable {
    private final Link link;
    private final Daemons.@org.jspecify.annotations.Nullable Started started;

    private Fleets(Link link, Daemons.@org.jspecify.annotations.Nullable Started started) {
        this.link = link;
        this.started = started;
    }

    /** Attaches, or starts what is missing; blocks until it serves. */
    static Fleets attachOrStart(Root root, StatusLine line) {
        Optional<Link> running = Link.find(root);
        if (running.isPresent()) {
            return new Fleets(running.get(), null);
        }
        line.show("starting", null);
        Surroundings surroundings = root.surroundings();
        Daemons.Started started = surroundings.daemons().start(surroundings.settings(Map.of()));
        return new Fleets(Link.at(root, started.queenUrl()), started);
    }

    /** Whether everything ends with this command anyway. */
    boolean own() {
        return started != null;
    }

    Link link() {
        return link;
    }

    @Override
    public void close() {
        link.close();
        if (started != null) {
            started.close();
        }
    }
}
