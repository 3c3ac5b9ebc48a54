package dev.rbee.service.update;

import dev.rbee.contract.info.ReleaseFeed;
import dev.rbee.contract.info.Version;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.update.feed.Target;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What updates are made with.
 *
 * @param feed address; empty: none
 * @param keys that may sign it
 * @param check {@code daily}, {@code request} or {@code off}
 * @param version that runs
 * @param fetch how files are fetched
 */
record UpdateSetup(
        Home home,
        String feed,
        List<String> keys,
        String check,
        String version,
        InstalledAs installed,
        Target target,
        Installation installation,
        FetchSetup fetch,
        InstantSource clock) {
    /** Of this process. Looks at the disk. */
    static UpdateSetup of(
            Home home,
            Settings settings,
            Installation installation,
            Map<String, String> environment,
            InstantSource clock) {
        Settings.Update wanted = settings.update();
        List<String> keys = new ArrayList<>(ReleaseFeed.BUILT_IN.keys());
        keys.addAll(wanted.keys());
        Path javaHome = Objects.requireNonNull(
                installation.javaExe().resolveSibling("..").normalize());
        String os = System.getProperty("os.name");
        InstalledAs installed = InstalledAs.of(javaHome, os);
        return new UpdateSetup(
                home,
                wanted.feed().isBlank()
                        ? ReleaseFeed.BUILT_IN.address()
                        : wanted.feed().strip(),
                List.copyOf(keys),
                wanted.check(),
                Version.CURRENT,
                installed,
                Target.of(os, System.getProperty("os.arch"), installed.kind()),
                installation,
                FetchSetup.of(settings.models(), environment, System::nanoTime, new SecureRandom()),
                clock);
    }
}
