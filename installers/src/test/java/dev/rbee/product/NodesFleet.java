package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A queen without a hive of her own, as a process, and what tests ask of her about machines. */
public final class NodesFleet implements AutoCloseable {
    /** Long enough for anything on a busy machine. */
    public static final Duration SOON = Duration.ofMinutes(2);

    private static final String NODES = "/v2/registry/beehives/";

    /** Home, ports and processes. */
    public final Sandbox sandbox;

    private @Nullable Running queen;

    /** With its home below that folder; {@link #start} starts it. */
    public NodesFleet(Path folder) {
        this.sandbox = new Sandbox(folder);
        sandbox.environment().put("RBEE_LOCAL_HIVE_ENABLED", "false");
    }

    /** Lines of {@code rbee.toml}, before the start. */
    public void settings(String toml) throws IOException {
        Files.createDirectories(sandbox.home());
        Files.writeString(sandbox.home().resolve("rbee.toml"), toml);
    }

    /** Starts the queen; returns when she serves. */
    public void start() {
        Running started = Running.start(sandbox, "--daemon");
        queen = started;
        started.awaitLine(line -> line.startsWith("ready "), SOON);
    }

    /** Ends the queen as a user would. */
    public void stop() {
        Running running = queen;
        if (running != null) {
            running.terminate();
            running.awaitExit(SOON);
        }
    }

    /** Calls of the queen. */
    public Api api() {
        return sandbox.api("QUEEN");
    }

    /** The body that adds a machine. */
    public static ObjectNode machine(String name, Sshd machine) {
        return Json.MAPPER
                .createObjectNode()
                .put("node_name", name)
                .put("ssh_host", "127.0.0.1")
                .put("ssh_port", machine.port())
                .put("ssh_user", machine.user())
                .put("ssh_key_path", machine.key().toString())
                .put("accept_host_key", machine.fingerprint());
    }

    /** Its table in {@code rbee.toml}. */
    public static String declared(String name, Sshd machine) {
        return """
                [[hive]]
                name = "%s"
                mode = "network"
                hostname = "127.0.0.1"
                ssh_port = %d
                ssh_user = "%s"
                ssh_key = "%s"
                host_key = "%s"
                """.formatted(name, machine.port(), machine.user(), machine.key(), machine.fingerprint());
    }

    /** Asks the queen to add it; the answer, whatever it is. */
    public Api.Answer add(ObjectNode machine) {
        return api().call("POST", NODES + "add", machine.toString());
    }

    /** The same, with {@code start} as it is said; the job's id, empty where there is none. */
    public String added(ObjectNode machine) {
        Api.Answer answer = add(machine);
        assertEquals(200, answer.status(), answer.text());
        return answer.json().path("job_id").asText("");
    }

    /** A call about one machine: test, login, remove. */
    public Api.Answer about(String verb, String name) {
        return api().call("POST", NODES + verb, "{\"node_name\":\"" + name + "\"}");
    }

    /** A job once it has ended, in whatever way. */
    public JsonNode ended(String job) {
        var _ = api().call("GET", "/v1/jobs/" + job + "/stream", null); // ends with the job
        return api().get("/v1/jobs/" + job);
    }

    /** The same; fails unless it went well. */
    public JsonNode done(String job) {
        JsonNode end = ended(job);
        assertEquals("done", end.path("state").asText(), () -> end + "\n" + log());
        return end;
    }

    /** The row of a machine; an empty object where there is none. */
    public JsonNode node(String name) {
        return StreamSupport.stream(api().get(NODES + "list").path("nodes").spliterator(), false)
                .filter(node -> node.path("node_name").asText().equals(name))
                .findFirst()
                .orElse(Json.MAPPER.createObjectNode());
    }

    /** What the queen says of a hive. */
    public JsonNode hive(String name) {
        return api().get("/v1/hives/" + name);
    }

    /** Workers that are online, of one machine. */
    public List<JsonNode> workers(String name) {
        JsonNode list = api().get("/v1/workers/list?online=true&node=" + name);
        return StreamSupport.stream((list.isArray() ? list : list.path("workers")).spliterator(), false)
                .toList();
    }

    /** A worker with the demo model there, once it can answer. */
    public void spawn(String name) {
        var _ = api().spawn("{\"model\":\"demo\",\"hive\":\"" + name + "\"}");
    }

    /** {@code rbee infer} on that machine; fails unless text comes. */
    public void infer(String name) {
        Running infer = Running.start(
                sandbox, "infer", "--model", "demo", "--node", name, "--prompt", "hello", "--max-tokens", "8");
        assertEquals(0, infer.awaitExit(SOON), () -> infer.said() + "\n" + log());
        assertFalse(infer.stdout().isBlank(), infer::said);
    }

    /** Waits until a hive has that status; it need not be known yet. */
    public void awaitHive(String name, String status) {
        await().atMost(SOON)
                .until(() -> api().call("GET", "/v1/hives/" + name, null)
                        .json()
                        .path("status")
                        .asText()
                        .equals(status));
    }

    /** What the queen's log ends with, for messages. */
    public String log() {
        try {
            List<String> all = Files.readAllLines(sandbox.home().resolve("logs/rbee.log"));
            return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
