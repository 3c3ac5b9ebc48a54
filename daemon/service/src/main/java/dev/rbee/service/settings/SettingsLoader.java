package dev.rbee.service.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads settings: defaults, over them the file, over it the environment, over it the flags. Everything that is wrong is
 * said at once, as one {@link ProblemException} {@code config_invalid}.
 */
public final class SettingsLoader {
    private SettingsLoader() {}

    /**
     * Loads them; reads the disk.
     *
     * @param file {@code rbee.toml}; need not be there
     * @param environment of the process
     * @param flags values by full name, {@code queen.port} to {@code 0}
     */
    public static EffectiveSettings load(Path file, Map<String, String> environment, Map<String, String> flags) {
        Mistakes mistakes = new Mistakes();
        Values values = new Values();
        JsonNode tree = parse(file, text(file));
        FileLayer.Declared declared = FileLayer.read(tree, values, mistakes);
        TextLayers.environment(environment, values, mistakes);
        TextLayers.flags(flags, values, mistakes);
        mistakes.throwIfAny();
        return new EffectiveSettings(
                assemble(values, declared.hives(), declared.models()), EffectiveSettings.entries(values));
    }

    /** The file's text; empty where there is none. Reads the disk. */
    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.CONFIG_INVALID,
                            "Cannot read " + file + ": " + e.getMessage() + ".",
                            "Check its rights and that it is UTF-8 text."),
                    e);
        }
    }

    /** That text of that file as a tree; throws {@code config_invalid} where it is not TOML. */
    static JsonNode parse(Path file, String text) {
        TomlMapper toml = new TomlMapper();
        try {
            return text.isBlank() ? toml.createObjectNode() : toml.readTree(text);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new ProblemException(Problem.of(
                    ProblemCode.CONFIG_INVALID,
                    file + where + " is not TOML: "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .replaceFirst("[.?\\s]+$", "") + ".",
                    "Mend that line; texts stand in double quotes, tables in [brackets]."));
        }
    }

    static Settings assemble(Values v, List<DeclaredHive> hives, List<DeclaredModel> models) {
        return new Settings(
                new Settings.Registry(
                        v.get(SettingKeys.REGISTRY_BIND),
                        v.get(SettingKeys.REGISTRY_PORT),
                        explicit(v, SettingKeys.REGISTRY_PORT)),
                new Settings.Queen(
                        v.get(SettingKeys.QUEEN_BIND),
                        v.get(SettingKeys.QUEEN_PORT),
                        explicit(v, SettingKeys.QUEEN_PORT),
                        v.get(SettingKeys.QUEEN_DRAIN),
                        v.get(SettingKeys.QUEEN_HOSTS),
                        v.get(SettingKeys.QUEEN_ORIGINS)),
                new Settings.LocalHive(
                        v.get(SettingKeys.HIVE_ENABLED),
                        v.get(SettingKeys.HIVE_NAME),
                        v.get(SettingKeys.HIVE_BIND),
                        v.get(SettingKeys.HIVE_PORT),
                        explicit(v, SettingKeys.HIVE_PORT)),
                new Settings.Worker(
                        v.get(SettingKeys.WORKER_PORTS),
                        v.get(SettingKeys.WORKER_CTX),
                        v.get(SettingKeys.WORKER_SLOTS),
                        v.get(SettingKeys.WORKER_THREADS),
                        v.get(SettingKeys.WORKER_IDLE),
                        v.get(SettingKeys.WORKER_EVICT),
                        v.get(SettingKeys.WORKER_STAY)),
                new Settings.Queue(v.get(SettingKeys.QUEUE_PER_MODEL), v.get(SettingKeys.QUEUE_WAIT)),
                new Settings.Models(
                        v.get(SettingKeys.MODELS_DIR),
                        v.get(SettingKeys.MODELS_DIRS),
                        v.get(SettingKeys.MODELS_ADOPT),
                        v.get(SettingKeys.MODELS_HUB),
                        v.get(SettingKeys.MODELS_HOSTS),
                        v.get(SettingKeys.MODELS_LIBRARY),
                        v.get(SettingKeys.MODELS_AUTO_PULL),
                        v.get(SettingKeys.MODELS_DOWNLOADS),
                        v.get(SettingKeys.MODELS_CONNECTIONS),
                        v.get(SettingKeys.MODELS_MAX_MB_S)),
                new Settings.Engines(v.get(SettingKeys.ENGINES_PREFER), v.get(SettingKeys.ENGINES_LLAMA)),
                new Settings.Log(
                        v.get(SettingKeys.LOG_LEVEL), v.get(SettingKeys.LOG_FILE_MB), v.get(SettingKeys.LOG_FILES)),
                new Settings.Update(
                        v.get(SettingKeys.UPDATE_FEED),
                        v.get(SettingKeys.UPDATE_KEYS),
                        v.get(SettingKeys.UPDATE_CHECK)),
                new Settings.Ui(v.get(SettingKeys.UI_THEME)),
                hives,
                models);
    }

    private static boolean explicit(Values values, SettingKey<Integer> port) {
        return values.source(port) == Values.Source.FLAG;
    }
}
