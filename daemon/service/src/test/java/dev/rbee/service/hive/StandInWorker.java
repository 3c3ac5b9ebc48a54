package dev.rbee.service.hive;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.WorkerGate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A worker without an engine: everything its hive sees of one, and nothing else. */
public final class StandInWorker {
    private StandInWorker() {}

    /** Serves until stdin ends or it is told to end. */
    public static void main(String[] args) throws IOException {
        BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        WorkerConfig config = Json.read(stdin.readLine(), WorkerConfig.class);
        Server server = ServerSpec.builder(
                        "worker", config.workerId(), new WorkerGate(config.key(), config.tokenFingerprint()))
                .port(config.port())
                .proofSecret(config.key())
                .routes(r -> r.post("/v1/announce", x -> {
                            System.err.println("asked to announce itself");
                            x.json(200, "ok");
                        })
                        .post("/v1/shutdown", x -> {
                            x.json(202, "ok");
                            System.err.println("asked to end");
                            Thread.ofPlatform().start(() -> Runtime.getRuntime().halt(0));
                        }))
                .start();
        System.err.println("model " + config.model() + " ctx " + config.ctx() + " slots " + config.slots());
        System.out.println("ready " + server.port());
        while (stdin.readLine() != null) {
            System.err.println("stdin should be silent");
        }
        Runtime.getRuntime().halt(0);
    }
}
