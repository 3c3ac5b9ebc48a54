package dev.rbee.service.settings;

import java.util.List;

/**
 * All settings of an installation, every value set (docs/settings.md lists them). Immutable; made by {@link SettingsLoader}.
 *
 * @param hives machines declared by {@code [[hive]]}
 */
public record Settings(
        Registry registry,
        Queen queen,
        LocalHive localHive,
        Worker worker,
        Queue queue,
        Models models,
        Log log,
        Ui ui,
        List<DeclaredHive> hives) {

    /** {@code [registry]}; {@code portExplicit}: asked for by name, so another one will not do. */
    public record Registry(String bind, int port, boolean portExplicit) {}

    /**
     * {@code [queen]}.
     *
     * @param drainS how long running answers may go on at the end, seconds
     */
    public record Queen(
            String bind,
            int port,
            boolean portExplicit,
            int drainS,
            List<String> allowedHosts,
            List<String> allowedOrigins) {}

    /** {@code [local_hive]}: the hive of this machine, started by the queen. */
    public record LocalHive(boolean enabled, String name, String bind, int port, boolean portExplicit) {}

    /**
     * {@code [worker]}: what a hive gives the workers it starts.
     *
     * @param ctx tokens per slot; the model's own when that is less
     * @param slots answers at a time
     * @param threads 0: cores - 1
     */
    public record Worker(PortRange ports, int ctx, int slots, int threads) {}

    /**
     * {@code [queue]}.
     *
     * @param perModel requests that may wait for one model
     * @param waitS how long one may wait, seconds
     */
    public record Queue(int perModel, int waitS) {}

    /** {@code [models]}; {@code dir} empty: {@code models} in the home. */
    public record Models(String dir) {}

    /** {@code [log]}; {@code files} of {@code fileMb} MiB are kept. */
    public record Log(String level, int fileMb, int files) {}

    /** {@code [ui]}; {@code theme}: {@code system}, {@code light} or {@code dark}. */
    public record Ui(String theme) {}

    /** Every default. */
    public static Settings defaults() {
        return SettingsLoader.assemble(new Values(), List.of());
    }
}
