package dev.rbee.app.update;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.settings.SettingsLoader;
import dev.rbee.service.update.UpdateStatus;
import dev.rbee.service.update.Updates;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates of this very installation, by its settings as they are at that moment. */
public final class ServiceDesk implements UpdateDesk {
    private final Home home;
    private final Map<String, String> environment;
    private final Installation installation;
    private final InstantSource clock;

    /** Reads nothing yet. */
    public ServiceDesk(Home home, Map<String, String> environment, Installation installation, InstantSource clock) {
        this.home = home;
        this.environment = environment;
        this.installation = installation;
        this.clock = clock;
    }

    /** Updates by the settings of now. Reads the disk. */
    public Updates updates() {
        Settings settings =
                SettingsLoader.load(home.config(), environment, Map.of()).settings();
        return Updates.of(home, settings, installation, environment, clock);
    }

    @Override
    public UpdateStatus status() {
        return updates().status();
    }

    @Override
    public boolean check() {
        return updates().check();
    }

    @Override
    public void fetch(Updates.Stop stop, Updates.Progress progress) {
        Updates updates = updates();
        String version = updates.download(null, false, stop, progress);
        if (updates.installed().byItself()) {
            updates.stage(version);
        }
    }

    @Override
    public void discard() {
        updates().discard();
    }

    @Override
    public void atEnd(Wish wish, @Nullable String then) {
        switch (wish) {
            case INSTALL -> {
                boolean _ = updates().installAfterwards(then);
            }
            case BACK -> updates().changes().backAfterwards(then);
        }
    }

    @Override
    public void settle() {
        updates().settle();
    }
}
