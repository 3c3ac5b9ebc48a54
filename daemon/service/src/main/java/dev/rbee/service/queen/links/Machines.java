package dev.rbee.service.queen.links;

import dev.rbee.contract.hives.HiveMode;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.queen.nodes.Provisioning;
import dev.rbee.service.queen.nodes.SshProvisioning;
import dev.rbee.service.settings.DeclaredHive;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The way to other machines and what is done on them.
 *
 * @param declared by {@code [[hive]]}; those of this machine are left out
 */
public record Machines(Connector connector, Provisioning provisioning, List<DeclaredHive> declared) {
    /** Leaves out what is declared of this machine itself. */
    public Machines {
        declared = declared.stream()
                .filter(hive -> hive.mode() == HiveMode.NETWORK)
                .toList();
    }

    /**
     * Over SSH, as the user of this process.
     *
     * @param home whose {@code known_hosts} counts
     * @param installation whose bundles go onto the machines
     */
    public static Machines overSsh(
            Home home, Installation installation, List<DeclaredHive> declared, InstantSource clock) {
        Path userHome = Path.of(System.getProperty("user.home"));
        return new Machines(
                new SshConnector(home.path().resolve("known_hosts"), userHome, System.getProperty("user.name")),
                new SshProvisioning(installation, home.path().resolve("cache"), clock),
                declared);
    }

    /** The declaration of that node. */
    Optional<DeclaredHive> declared(String name) {
        return declared.stream().filter(hive -> hive.name().equals(name)).findFirst();
    }

    /** Where its hive should listen there. */
    int hivePort(String name, int usual) {
        return declared(name).map(DeclaredHive::port).orElse(usual);
    }
}
