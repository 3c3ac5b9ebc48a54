package dev.rbee.service.cli;

import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.time.InstantSource;
import java.util.List;

/** Lists as text. Pure but for the clock that is handed in. */
final class Tables {
    private Tables() {}

    static String workers(List<WorkerInfo> workers, InstantSource clock) {
        Table table = new Table("WORKER", "MODEL", "STATE", "HIVE", "DEVICE", "SLOTS", "SPEED", "MEMORY", "LAST BEAT");
        for (WorkerInfo worker : workers) {
            table.row(
                    worker.id(),
                    worker.modelRef(),
                    worker.state().wire(),
                    worker.nodeName(),
                    worker.device() == null ? worker.backend() : worker.device().name(),
                    worker.slotsAvailable() + "/" + worker.slotsTotal(),
                    Words.speed(worker.tokensPerSecond()),
                    Words.bytes(worker.memoryBytes()),
                    Words.ago(worker.lastSeen(), clock.instant()));
        }
        return table.isEmpty() ? "No workers." : table.toString();
    }

    static String tokens(List<TokenInfo> tokens, InstantSource clock) {
        Table table = new Table("ID", "NAME", "SCOPE", "CREATED", "LAST USED");
        for (TokenInfo token : tokens) {
            table.row(
                    token.id(),
                    token.name(),
                    token.scope().wire(),
                    Words.ago(token.createdAt(), clock.instant()),
                    Words.ago(token.lastUsedAt(), clock.instant()));
        }
        return table.isEmpty() ? "No tokens but the administrator's." : table.toString();
    }
}
