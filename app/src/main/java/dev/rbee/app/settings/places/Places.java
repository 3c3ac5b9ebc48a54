package dev.rbee.app.settings.places;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places of one installation.
 *
 * @param all in the order they are shown
 * @param free bytes that are free on the disk of the home folder
 */
record Places(List<Place> all, long free) {
    private static final Set<String> NAMED = Set.of("models", "engines", "logs", "backups");

    /** Looks at them; reads the disk. */
    static Places of(Home home, Map<String, String> environment) throws IOException {
        Path models = models(home, environment);
        Path chats = home.path().resolve("chats.db");
        List<Place> all = new ArrayList<>();
        all.add(Place.of("models", models, List.of(models)));
        Path engines = home.path().resolve("engines");
        all.add(Place.of("engines", engines, List.of(engines)));
        all.add(Place.of("chats", chats, named(home, "chats.db")));
        all.add(Place.of("logs", home.logs(), List.of(home.logs())));
        List<Path> database = new ArrayList<>(named(home, "beehives.db"));
        database.add(home.backups());
        all.add(Place.of("database", home.database(), database));
        List<Path> rest = new ArrayList<>();
        for (Path each : children(home.path())) {
            String name = String.valueOf(each.getFileName());
            if (!NAMED.contains(name) && !name.startsWith("chats.db") && !name.startsWith("beehives.db")) {
                rest.add(each);
            }
        }
        all.add(Place.of("other", home.path(), rest));
        return new Places(List.copyOf(all), Files.getFileStore(home.path()).getUsableSpace());
    }

    private static Path models(Home home, Map<String, String> environment) {
        try {
            String dir = SettingsLoader.load(home.config(), environment, Map.of())
                    .settings()
                    .models()
                    .dir();
            return dir.isEmpty() ? home.models() : Path.of(dir);
        } catch (ProblemException e) {
            return home.models();
        }
    }

    private static List<Path> named(Home home, String start) throws IOException {
        return children(home.path()).stream()
                .filter(each -> String.valueOf(each.getFileName()).startsWith(start))
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
