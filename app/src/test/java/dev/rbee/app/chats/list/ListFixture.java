package dev.rbee.app.chats.list;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.problem.Remedies;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts around the list of chats that a test does not look at. */
final class ListFixture {
    private ListFixture() {}

    /** Exports that save to the first of these files and open the others. */
    static Exports exports(
            Chats chats, ChatStore store, Background background, Toasts toasts, InstantSource clock, List<Path> files) {
        FileChoice choice = new FileChoice() {
            @Override
            public @Nullable Path save(String title, String name) {
                return files.isEmpty() ? null : files.getFirst();
            }

            @Override
            public List<Path> open(String title) {
                return files;
            }
        };
        Presenter presenter = new Presenter(new Remedies(new Nowhere(), new NoQueen(), () -> true), toasts);
        return new Exports(chats, store, background, toasts, presenter, choice, clock);
    }

    private static final class Nowhere implements Navigator {
        @Override
        public void open(String page) {}

        @Override
        public void reveal(String page, String id) {}

        @Override
        public boolean at(String page) {
            return false;
        }
    }

    private static final class NoQueen implements QueenSwitch {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean own() {
            return true;
        }
    }
}
