package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.Credential;
import dev.rbee.client.QueenClient;
import dev.rbee.client.RegistryClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.service.settings.DeclaredHive;
import dev.rbee.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in where: the queen at machines, and machines at the queen. */
@Timeout(400)
class LinkLoginsIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private static ProblemCode code(Executable call) {
        return assertThrows(ProblemException.class, call).problem().code();
    }

    @Test
    void passwordIsAskedForAgainUnlessItIsRemembered() throws Exception {
        try (Sshd sshd = Sshd.in(folder.resolve("machine"))
                        .password(PASSWORD)
                        .noKeys()
                        .start();
                FleetOfMachines fleet = new FleetOfMachines(folder, List.of())) {
            AddedNode added = fleet.nodes().add(machine(sshd));
            fleet.done(Objects.requireNonNull(added.jobId()));
            Path kept = folder.resolve("queen/logins.json");
            assertEquals(false, Files.exists(kept), "nobody wanted it remembered");

            fleet.restartQueen();
            await("the link waits for a login")
                    .atMost(LONG)
                    .until(() -> fleet.client().hive("n1").status() == HiveState.ERROR);
            assertEquals(
                    ProblemCode.SSH_LOGIN_REFUSED,
                    code(() -> fleet.nodes().login(new LoginNode("n1", "wrong", null, true, null))));
            assertEquals(false, Files.exists(kept));
            AddedNode again = fleet.nodes().login(new LoginNode("n1", PASSWORD, null, true, null));
            fleet.done(Objects.requireNonNull(again.jobId()));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));

            fleet.restartQueen();
            await("it comes by itself")
                    .atMost(LONG)
                    .until(() -> fleet.client().hive("n1").status() == HiveState.ONLINE);
            fleet.nodes().remove("n1", false);
            assertEquals("{}", Files.readString(kept).strip());
        }
    }

    private static AddNode machine(Sshd sshd) {
        return new AddNode(
                "n1",
                "127.0.0.1",
                sshd.port(),
                sshd.user(),
                null,
                null,
                null,
                null,
                sshd.fingerprint(),
                PASSWORD,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void declaredMachinesComeUpWithTheQueenAndTheirGatewaysAreTheirsOnly() throws Exception {
        List<Sshd> machines = new ArrayList<>();
        List<DeclaredHive> declared = new ArrayList<>();
        try {
            for (String name : List.of("a", "b", "c")) {
                Sshd sshd = Sshd.start(folder.resolve("machine-" + name));
                machines.add(sshd);
                declared.add(declared(name, sshd));
            }
            try (FleetOfMachines fleet = new FleetOfMachines(folder, declared)) {
                await("all come up")
                        .atMost(LONG.multipliedBy(2))
                        .until(() -> fleet.client().hives().stream()
                                        .filter(hive -> hive.status() == HiveState.ONLINE)
                                        .count()
                                == 3);
                assertTrue(fleet.nodes().list().stream().allMatch(node -> Boolean.TRUE.equals(node.declared())));
                for (Sshd each : machines) {
                    assertEquals(List.of(), each.listening());
                }
                strangersAtTheGateway(fleet, gateway(machines.getFirst()));
            }
        } finally {
            machines.forEach(Sshd::close);
        }
    }

    private static void strangersAtTheGateway(FleetOfMachines fleet, String url) {
        RegisterHive b = new RegisterHive("b", "127.0.0.1", 9, HiveMode.NETWORK, null, null, Long.MAX_VALUE, null);
        String own = Keys.nodeKey(TestQueen.TOKEN, "a");
        assertEquals(ProblemCode.FORBIDDEN_SCOPE, code(() -> at(fleet, url, own).registerHive(b)));
        String other = Keys.nodeKey(TestQueen.TOKEN, "b");
        assertEquals(
                ProblemCode.INVALID_API_KEY, code(() -> at(fleet, url, other).registerHive(b)));
        assertEquals(
                ProblemCode.INVALID_API_KEY,
                code(() -> at(fleet, url, TestQueen.TOKEN).registerHive(b)));
        String worker = Keys.workerKey(TestQueen.TOKEN, "w-x");
        assertEquals(
                ProblemCode.FORBIDDEN_SCOPE, code(() -> at(fleet, url, worker).registerHive(b)));
        ComponentRef queen = new ComponentRef(ComponentType.QUEEN, "queen");
        assertEquals(
                ProblemCode.FORBIDDEN_SCOPE,
                code(() -> new RegistryClient(remote(fleet, url, own)).unregister(queen, LONG)));
        assertEquals(ProblemCode.ROUTE_NOT_FOUND, code(() -> at(fleet, url, own).hives()));
        assertTrue(remote(fleet, url, own).proven(), "it proves itself at its port there");
    }

    private static QueenClient at(FleetOfMachines fleet, String url, String key) {
        return new QueenClient(remote(fleet, url, key));
    }

    private static Remote remote(FleetOfMachines fleet, String url, String key) {
        return new Remote(url, () -> Credential.admin(key), fleet.http());
    }

    private static String gateway(Sshd machine) throws Exception {
        String toml = Files.readString(machine.home().resolve(".rbee-node/home/rbee.toml"));
        Matcher port = Pattern.compile("\\[queen\\]\\s+port = (\\d+)").matcher(toml);
        assertTrue(port.find(), toml);
        return "http://127.0.0.1:" + port.group(1);
    }

    private static DeclaredHive declared(String name, Sshd sshd) {
        @Nullable String nothing = null;
        return new DeclaredHive(
                name,
                HiveMode.NETWORK,
                "127.0.0.1",
                7835,
                sshd.user(),
                sshd.key().toString(),
                sshd.port(),
                nothing,
                sshd.fingerprint(),
                nothing,
                nothing,
                nothing,
                null,
                nothing);
    }
}
