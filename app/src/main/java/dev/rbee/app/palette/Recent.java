package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;
import dev.rbee.app.state.AppState;
import java.util.ArrayList;
import java.util.List;

/** What was chosen in the palette last. JavaFX thread only. */
final class Recent {
    private static final String KEY = "palette.recent";
    private static final int MOST = 6;

    private final AppState state;

    Recent(AppState state) {
        this.state = state;
    }

    List<String> names() {
        return state.list(KEY);
    }

    void chosen(Command command) {
        List<String> names = new ArrayList<>(state.list(KEY));
        String name = Ranking.name(command);
        names.remove(name);
        names.addFirst(name);
        state.put(KEY, List.copyOf(names.subList(0, Math.min(MOST, names.size()))));
    }
}
