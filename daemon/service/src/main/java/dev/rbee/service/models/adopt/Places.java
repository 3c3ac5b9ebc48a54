package dev.rbee.service.models.adopt;

import dev.rbee.service.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Where other programs keep their models, as the environment says, and the further folders of the settings. */
public final class Places {
    private static final int OWN_DEPTH = 4;
    private static final int LM_STUDIO_DEPTH = 2;

    private final Map<String, String> environment;
    private final Path home;
    private final List<Place> found = new ArrayList<>();

    private Places(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /** All that the settings and the environment name. Touches nothing. */
    public static List<Place> of(Settings.Models models, Map<String, String> environment, Path home) {
        List<Place> places = new ArrayList<>(folders(models.dirs()));
        if (models.adopt()) {
            places.addAll(caches(environment, home));
        }
        return List.copyOf(places);
    }

    /** The further folders. Touches nothing. */
    public static List<Place> folders(List<String> folders) {
        return folders.stream()
                .filter(each -> !each.isBlank())
                .<Place>map(each -> new GgufFolder(absolute(Path.of(each)), Origin.FOLDER, true, OWN_DEPTH))
                .toList();
    }

    /**
     * Those of other programs: the folders that the environment names, else the usual ones. Touches nothing.
     *
     * @param home the user's
     */
    public static List<Place> caches(Map<String, String> environment, Path home) {
        Places places = new Places(environment, home);
        places.ollama();
        places.lmStudio();
        places.llamaCpp();
        places.hub();
        return List.copyOf(places.found);
    }

    private void ollama() {
        if (!named("OLLAMA_MODELS", "", OllamaStore::new)) {
            usual(home.resolve(".ollama").resolve("models"), OllamaStore::new);
            usual(Path.of("/usr/share/ollama/.ollama/models"), OllamaStore::new);
        }
    }

    private void lmStudio() {
        BiFunction<Path, Boolean, Place> place =
                (root, named) -> new GgufFolder(root, Origin.LM_STUDIO, named, LM_STUDIO_DEPTH);
        usual(home.resolve(".lmstudio").resolve("models"), place);
        usual(home.resolve(".cache").resolve("lm-studio").resolve("models"), place);
    }

    private void llamaCpp() {
        BiFunction<Path, Boolean, Place> place = (root, named) -> new GgufFolder(root, Origin.LLAMA_CPP, named, 0);
        if (!named("LLAMA_CACHE", "", place)) {
            usual(cache().resolve("llama.cpp"), place);
            usual(home.resolve("Library").resolve("Caches").resolve("llama.cpp"), place);
        }
    }

    private void hub() {
        if (!named("HF_HUB_CACHE", "", HubCache::new)
                && !named("HUGGINGFACE_HUB_CACHE", "", HubCache::new)
                && !named("HF_HOME", "hub", HubCache::new)) {
            usual(cache().resolve("huggingface").resolve("hub"), HubCache::new);
        }
    }

    private Path cache() {
        String named = environment.getOrDefault("XDG_CACHE_HOME", "");
        return named.isBlank() ? home.resolve(".cache") : Path.of(named);
    }

    private boolean named(String variable, String below, BiFunction<Path, Boolean, Place> place) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            return false;
        }
        found.add(place.apply(absolute(Path.of(value).resolve(below)), true));
        return true;
    }

    /** There or not: a program may be installed later. */
    private void usual(Path folder, BiFunction<Path, Boolean, Place> place) {
        found.add(place.apply(absolute(folder), false));
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
