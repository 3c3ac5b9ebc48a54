package dev.rbee.app.chat;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.WorkerWords;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * One line of what a chat can be with. Pure.
 *
 * @param group what it stands under
 * @param more state, slots, speed in words
 */
record Target(
        Choice choice,
        String group,
        String name,
        String more,
        @Nullable Badge badge) {
    private static final Words WORDS = Words.of(Target.class);

    /** All there are, in their order: whoever is free, models, workers, models that could be started. */
    static List<Target> all(FleetView view) {
        List<Target> all = new ArrayList<>();
        all.add(new Target(new Choice.Auto(), "", WORDS.get("choice.auto"), WORDS.get("target.auto"), null));
        TreeMap<String, List<WorkerInfo>> models = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        view.workers().values().stream()
                .filter(WorkerInfo::chat)
                .forEach(worker -> models.computeIfAbsent(worker.modelRef(), m -> new ArrayList<>())
                        .add(worker));
        models.forEach((name, workers) -> all.add(model(name, workers)));
        models.values().forEach(workers -> workers.forEach(worker -> all.add(worker(worker, view.connected()))));
        if (view.connected()) {
            Waits.startable(view)
                    .forEach(name -> all.add(new Target(
                            new Choice.Model(name),
                            WORDS.get("target.installed"),
                            name,
                            WORDS.get("target.starts"),
                            null)));
        }
        return all;
    }

    private static Target model(String name, List<WorkerInfo> workers) {
        long ready = workers.stream().filter(WorkerWords::chats).count();
        return new Target(
                new Choice.Model(name), WORDS.get("target.models"), name, WORDS.get("target.ready", ready), null);
    }

    private static Target worker(WorkerInfo worker, boolean queen) {
        List<String> more = new ArrayList<>(List.of(worker.nodeName()));
        if (worker.slotsTotal() > 0) {
            more.add(WORDS.get("target.slots", worker.slotsAvailable(), worker.slotsTotal()));
        }
        if (worker.tokensPerSecond() != null && worker.tokensPerSecond() > 0) {
            more.add(Units.speed(worker.tokensPerSecond()));
        }
        return new Target(
                new Choice.Worker(worker.id(), worker.modelRef()),
                WORDS.get("target.workers"),
                worker.modelRef(),
                String.join("  ·  ", more),
                queen
                        ? WorkerWords.badge(worker.state())
                        : new Badge(Tone.LOADING, Feather.ZAP, WORDS.get("queenless")));
    }

    /** Whether all words of what was searched for are in it. */
    boolean has(String search) {
        String all = (name + " " + more + " " + choice.words()).toLowerCase(Locale.ROOT);
        return List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .allMatch(all::contains);
    }
}
