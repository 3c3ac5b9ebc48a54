package dev.rbee.service.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code rbee.toml} as it stands, right or wrong, with what counts besides it. Immutable.
 *
 * @param text of the file; empty where there is none
 * @param there whether there is a file
 * @param toml whether the text is TOML; where not, everything is shown as if the file were empty
 * @param states every setting, in the order of {@link SettingInfo#all}
 * @param hives the {@code [[hive]]} tables as they stand, texts as {@link SettingInfo#text}
 * @param models the {@code [[model]]} tables
 * @param mistakes what is wrong, file and environment together; rbee does not start while there is something
 */
public record SettingsView(
        String text,
        boolean there,
        boolean toml,
        List<State> states,
        List<Map<String, String>> hives,
        List<Map<String, String>> models,
        List<String> mistakes) {
    /**
     * One setting.
     *
     * @param inFile what the file says, right or wrong; null: nothing
     * @param wrong why what the file says is wrong; null: it is not
     * @param value in force at the next start
     */
    public record State(
            SettingInfo info,
            @Nullable String inFile,
            @Nullable String wrong,
            String value,
            SettingSource source) {}

    /** The keys of a {@code [[hive]]} table. */
    public static List<SettingInfo> hiveFields() {
        return SettingInfo.fields("hive", HiveTables.ALL);
    }

    /** The keys of a {@code [[model]]} table. */
    public static List<SettingInfo> modelFields() {
        return SettingInfo.fields("model", ModelTables.ALL);
    }

    /** The state of that setting. */
    public State state(String key) {
        return states.stream()
                .filter(state -> state.info().key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
