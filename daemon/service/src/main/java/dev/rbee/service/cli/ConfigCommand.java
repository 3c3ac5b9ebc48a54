package dev.rbee.service.cli;

import dev.rbee.service.settings.EffectiveSettings;
import dev.rbee.service.settings.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee config}. */
@Command(name = "config", description = "Show the settings in force and where each comes from.")
final class ConfigCommand implements Callable<Integer> {
    private final Root root;

    @Option(names = "--path", description = "Print the path of rbee.toml only.")
    boolean path;

    @Option(names = "--validate", description = "Check the settings and print nothing else.")
    boolean validate;

    ConfigCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = root.surroundings();
        String file = surroundings.home().config().toString();
        if (path) {
            root.output().result(Map.of("path", file), () -> file);
            return ExitCodes.OK;
        }
        EffectiveSettings effective = surroundings.settings(Map.of());
        if (validate) {
            root.output().result(Map.of("valid", true, "path", file), () -> file + " is valid.");
            return ExitCodes.OK;
        }
        root.output().result(json(file, effective), () -> text(file, effective));
        return ExitCodes.OK;
    }

    private static Map<String, Object> json(String file, EffectiveSettings effective) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (EffectiveSettings.Entry entry : effective.entries()) {
            Object value = entry.value();
            settings.put(
                    entry.key(),
                    Map.of(
                            "value",
                            value instanceof String text ? Secrets.masked(entry.key(), text) : value,
                            "source",
                            entry.source()));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("path", file);
        all.put("settings", settings);
        all.put("hives", effective.settings().hives());
        return all;
    }

    private static String text(String file, EffectiveSettings effective) {
        Table table = new Table("KEY", "VALUE", "FROM");
        for (EffectiveSettings.Entry entry : effective.entries()) {
            table.row(entry.key(), Secrets.masked(entry.key(), entry.value().toString()), entry.source());
        }
        String text = file + "\n\n" + table;
        if (effective.settings().hives().isEmpty()) {
            return text;
        }
        Table hives = new Table("HIVE", "MODE", "HOST", "PORT");
        effective
                .settings()
                .hives()
                .forEach(hive -> hives.row(hive.name(), hive.mode().wire(), hive.hostname(), hive.port()));
        return text + "\n\n" + hives;
    }
}
