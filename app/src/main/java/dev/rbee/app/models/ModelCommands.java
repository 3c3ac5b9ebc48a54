package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.frame.Command;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with models, for the palette: made of what the hives say they have. Pure. */
final class ModelCommands {
    private static final Words WORDS = Words.of(ModelCommands.class);

    private ModelCommands() {}

    static Command of(String key, Feather icon, Runnable act) {
        return new Command(WORDS.get("group"), WORDS.get(key), "", icon, null, act);
    }

    /** To start and to show each. */
    static List<Command> models(Collection<HiveInfo> hives, Consumer<String> start, Consumer<String> show) {
        List<ModelEntry> all = new ArrayList<>();
        for (HiveInfo hive : hives) {
            var has = hive.capabilities();
            if (hive.online() && has != null) {
                has.models().forEach(model -> all.add(model.on(hive.id())));
            }
        }
        List<Command> commands = new ArrayList<>();
        for (Installed model : Installed.group(all).values()) {
            String size = Units.bytes(model.best().sizeBytes());
            String where = String.join(", ", model.hives());
            if (model.usable()) {
                commands.add(command("command.start", model.id(), where, Feather.PLAY, () -> start.accept(model.id())));
            }
            commands.add(command("command.details", model.id(), size, Feather.PACKAGE, () -> show.accept(model.id())));
        }
        return commands;
    }

    private static Command command(String key, String id, String more, Feather icon, Runnable act) {
        return new Command(WORDS.get("group"), WORDS.get(key, id), Objects.requireNonNull(more), icon, null, act);
    }
}
