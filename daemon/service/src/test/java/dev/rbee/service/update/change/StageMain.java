package dev.rbee.service.update.change;

import dev.rbee.service.home.Home;
import dev.rbee.service.update.UpdateFolder;
import java.nio.file.Path;
import java.time.Instant;

/** A process that unpacks a version, to be killed. Arguments: installation, home, archive. */
public final class StageMain {
    private StageMain() {}

    /** Exit code 0 once it waits. */
    public static void main(String[] arguments) {
        UpdateFolder folder = UpdateFolder.of(Home.at(Path.of(arguments[1])));
        var change = new Staging(new Slots(Path.of(arguments[0])), folder)
                .stage(Path.of(arguments[2]), Images.OLD, Images.NEW, Instant.EPOCH);
        System.out.println(change);
        System.exit(0);
    }
}
