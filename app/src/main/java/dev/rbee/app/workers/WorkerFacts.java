package dev.rbee.app.workers;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerRun;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Where a worker is, what it does now, how it runs its model. */
final class WorkerFacts {
    private static final Words WORDS = Words.of(WorkerFacts.class);

    private WorkerFacts() {}

    static Facts of(WorkerInfo worker, Navigator navigator) {
        Facts facts = new Facts();
        Hyperlink hive = Ui.whole(new Hyperlink(worker.nodeName()));
        hive.getStyleClass().add("plain-link");
        hive.setOnAction(e -> navigator.reveal("hives", worker.nodeName()));
        facts.add(WORDS.get("fact.hive"), hive);
        facts.add(WORDS.get("fact.device"), WorkerWords.device(worker));
        if (worker.slotsTotal() > 0) {
            int busy = worker.busy();
            HBox slots = new HBox(
                    8,
                    new SlotDots(new SlotDots.Slots(busy, worker.slotsTotal())),
                    Ui.label(WORDS.get("fact.requests.now", busy)));
            facts.add(WORDS.get("fact.requests"), slots);
            facts.add(WORDS.get("fact.context"), WORDS.get("fact.context.each", Units.tokens(worker.context())));
            facts.add(WORDS.get("fact.memory"), memory(worker));
        }
        WorkerRun run = worker.run();
        facts.add(WORDS.get("fact.engine"), engine(worker, run));
        if (run != null) {
            run(facts, run);
        }
        facts.add(WORDS.get("fact.epoch"), WORDS.get("fact.epoch.more", Long.toString(worker.epoch())));
        facts.addCode(WORDS.get("fact.address"), worker.url());
        facts.add(
                WORDS.get("fact.id"),
                new HBox(4, Ui.paragraph(worker.id(), "mono"), Ui.copyButton(WORDS.get("fact.id.copy"), worker::id)));
        return facts;
    }

    private static void run(Facts facts, WorkerRun run) {
        add(facts, "fact.quantization", run.quantization());
        add(facts, "fact.kv", run.kvType());
        Integer layers = run.gpuLayers();
        if (layers != null) {
            facts.add(WORDS.get("fact.layers"), layers == 0 ? WORDS.get("fact.layers.none") : Integer.toString(layers));
        }
        Double prompts = run.promptTokensPerSecond();
        if (prompts != null && prompts > 0) {
            facts.add(WORDS.get("fact.prompts"), Units.speed(prompts));
        }
        Long load = run.loadMs();
        if (load != null) {
            facts.add(
                    WORDS.get("fact.load"),
                    load < 1000 ? WORDS.get("ms", String.valueOf(load)) : Units.span(Math.round(load / 1000.0)));
        }
        Integer idle = run.idleS();
        if (idle != null) {
            facts.add(
                    WORDS.get("fact.idle"),
                    idle == 0 ? WORDS.get("fact.idle.never") : WORDS.get("fact.idle.after", Units.span(idle)));
        }
        boolean sees = Boolean.TRUE.equals(run.vision());
        boolean calls = Boolean.TRUE.equals(run.tools());
        if (sees || calls) {
            facts.add(
                    WORDS.get("fact.can"),
                    WORDS.get(sees && calls ? "fact.can.both" : sees ? "fact.can.vision" : "fact.can.tools"));
        }
    }

    private static void add(Facts facts, String key, @Nullable String value) {
        if (value != null) {
            facts.add(WORDS.get(key), value);
        }
    }

    private static String memory(WorkerInfo worker) {
        String now = Units.bytes(worker.memoryBytes());
        WorkerRun run = worker.run();
        Long vram = worker.vramBytes();
        String more = vram == null || vram == 0 ? now : WORDS.get("fact.memory.gpu", now, Units.bytes(vram));
        Long peak = run == null ? null : run.peakBytes();
        return peak == null ? more : WORDS.get("fact.memory.peak", more, Units.bytes(peak));
    }

    private static String engine(WorkerInfo worker, @Nullable WorkerRun run) {
        String name = run != null && run.engine() != null ? run.engine() : worker.implementation();
        String known = name == null ? WORDS.get("fact.engine.unknown") : name;
        return worker.version() == null ? known : known + " " + worker.version();
    }
}
