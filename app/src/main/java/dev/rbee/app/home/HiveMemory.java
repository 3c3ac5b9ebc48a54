package dev.rbee.app.home;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.hives.HiveWords;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Memory of the hives, a card each, those with the least free first where they are many. JavaFX thread only. */
final class HiveMemory extends VBox {
    private static final Words WORDS = Words.of(HiveMemory.class);
    private static final int MOST = 6;

    private final Navigator navigator;
    private final CardRow cards = new CardRow(300);
    private final Button more;
    private final Map<String, Card> byHive = new LinkedHashMap<>();

    HiveMemory(Navigator navigator) {
        super(12);
        this.navigator = navigator;
        setId("home-memory");
        more = Ui.button("", null, () -> navigator.open("hives"));
        more.getStyleClass().add("quiet");
        HBox head = new HBox(8, Ui.label(WORDS.get("memory"), "section"), Ui.spacer(), more);
        head.getStyleClass().add("section-head");
        getChildren().addAll(head, cards);
    }

    void show(FleetView view) {
        Map<String, List<WorkerInfo>> workers = new HashMap<>();
        view.workers()
                .values()
                .forEach(worker -> workers.computeIfAbsent(worker.nodeName(), id -> new ArrayList<>())
                        .add(worker));
        List<HiveInfo> shown = Fullest.of(view.hives().values(), MOST);
        Ui.shown(this, !shown.isEmpty());
        Ui.shown(more, view.hives().size() > shown.size());
        more.setText(WORDS.get("memory.all", view.hives().size()));
        List<String> ids = shown.stream().map(HiveInfo::id).toList();
        if (!ids.equals(List.copyOf(byHive.keySet()))) {
            Map<String, Card> kept = new HashMap<>(byHive);
            byHive.clear();
            ids.forEach(id -> byHive.put(id, Objects.requireNonNullElseGet(kept.get(id), () -> new Card(id))));
            cards.show(byHive.values());
        }
        shown.forEach(hive ->
                Objects.requireNonNull(byHive.get(hive.id())).show(hive, workers.getOrDefault(hive.id(), List.of())));
    }

    private final class Card extends VBox {
        private final Pill state = new Pill();
        private final HBox mark = new HBox();
        private final VBox bars = new VBox(12);
        private @Nullable Badge badge;

        Card(String id) {
            super(12);
            getStyleClass().addAll("card", "hive-card");
            Hyperlink name = Ui.whole(new Hyperlink(id));
            name.getStyleClass().add("hive-name");
            name.setMinWidth(0);
            name.setOnAction(e -> {
                name.setVisited(false);
                navigator.reveal("hives", id);
            });
            Region gap = Ui.spacer();
            gap.setMinWidth(0);
            HBox head = new HBox(8, mark, name, gap, state);
            head.getStyleClass().add("section-head");
            getChildren().addAll(head, bars);
        }

        void show(HiveInfo hive, List<WorkerInfo> workers) {
            Badge now = HiveWords.badge(hive.status());
            if (!now.equals(badge)) {
                badge = now;
                state.show(now);
                mark.getChildren().setAll(Marks.hexagon(now.tone()));
            }
            getStyleClass().remove("away");
            if (!hive.online()) {
                getStyleClass().add("away");
            }
            List<Pool> pools = Pool.of(hive, workers);
            bars.getChildren()
                    .removeIf(node -> !(node instanceof PoolBar)); // the words that stood there for want of bars
            while (bars.getChildren().size() > pools.size()) {
                bars.getChildren().removeLast();
            }
            for (int i = 0; i < pools.size(); i++) {
                if (i == bars.getChildren().size()) {
                    bars.getChildren().add(new PoolBar());
                }
                ((PoolBar) bars.getChildren().get(i)).show(pools.get(i));
            }
            if (pools.isEmpty()) {
                bars.getChildren().setAll(Ui.label(WORDS.get("memory.unknown"), "secondary"));
            }
        }
    }
}
