package dev.rbee.service.hive;

import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.hive.process.PortRange;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.settings.SettingsLoader;
import java.util.List;
import java.util.Map;

/** A hive with stand-in workers on free ports, here or as a process of its own. */
public final class HiveProcess {
    private HiveProcess() {}

    /** Its options. */
    public static HiveOptions options(Home home) {
        return options(home, Map.of());
    }

    /** Its options with settings by {@code RBEE_*}; models of other programs of this machine are left alone. */
    public static HiveOptions options(Home home, Map<String, String> environment) {
        Settings settings = SettingsLoader.load(home.config(), environment, Map.of("models.adopt", "false"))
                .settings();
        HiveOptions usual = HiveOptions.of(home, Installation.current(), settings)
                .withPort(0)
                .withWorkerPorts(PortRange.ANY)
                .withWorker(List.of(), StandInWorker.class.getName());
        return new HiveOptions(
                usual.home(),
                usual.installation(),
                usual.hiveId(),
                usual.bind(),
                0,
                true,
                usual.workerPorts(),
                usual.ctx(),
                usual.slots(),
                usual.threads(),
                usual.models(),
                usual.engines(),
                0,
                0,
                false,
                usual.drain(),
                usual.workerFlags(),
                usual.workerMain());
    }

    /** Runs one in the home that RBEE_HOME names. */
    public static void main(String[] args) {
        boolean withParent = List.of(args).contains("--with-parent");
        int code =
                HiveMain.run(options(Home.of(System.getenv()), System.getenv()).withParent(withParent), System.out);
        System.exit(code);
    }
}
