package dev.rbee.service.settings;

import java.util.List;

/**
 * All settings of an installation, every value set (docs/settings.md lists them). Immutable; made by {@link SettingsLoader}.
 *
 * @param hives machines declared by {@code [[hive]]}
 * @param declaredModels how models are to run, by {@code [[model]]}
 */
public record Settings(
        Registry registry,
        Queen queen,
        LocalHive localHive,
        Worker worker,
        Queue queue,
        Models models,
        Engines engines,
        Log log,
        Update update,
        Ui ui,
        List<DeclaredHive> hives,
        List<DeclaredModel> declaredModels) {

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
     * @param idleS unloaded after so long without a request, seconds; 0: never
     * @param evict whether idle ones make room for others
     * @param stayS not before they have been ready for so long, seconds
     */
    public record Worker(PortRange ports, int ctx, int slots, int threads, int idleS, boolean evict, int stayS) {}

    /**
     * {@code [queue]}.
     *
     * @param perModel requests that may wait for one model
     * @param waitS how long one may wait, seconds
     */
    public record Queue(int perModel, int waitS) {}

    /**
     * {@code [models]}.
     *
     * @param dir empty: {@code models} in the home
     * @param dirs further folders, read only
     * @param adopt files in the caches of other programs
     * @param hub empty: as the environment says
     * @param allowedHosts private hosts that are sources all the same
     * @param libraryUrl empty: the catalogue is not refreshed
     * @param autoPull {@code off}, {@code catalog} or {@code any}
     * @param downloads at a time
     * @param connections of one download
     * @param maxMbS MB/s of all downloads from outside; 0: no limit
     */
    public record Models(
            String dir,
            List<String> dirs,
            boolean adopt,
            String hub,
            List<String> allowedHosts,
            String libraryUrl,
            String autoPull,
            int downloads,
            int connections,
            int maxMbS) {}

    /**
     * {@code [engines]}.
     *
     * @param prefer {@code auto}, {@code embedded} or {@code llama-server}
     * @param llamaServer path of a program; empty: looked for
     */
    public record Engines(String prefer, String llamaServer) {}

    /** {@code [log]}; {@code files} of {@code fileMb} MiB are kept. */
    public record Log(String level, int fileMb, int files) {}

    /**
     * {@code [update]}.
     *
     * @param feed empty: as it was built
     * @param keys that may sign it, besides those of the build
     * @param check {@code daily}, {@code request} or {@code off}
     */
    public record Update(String feed, List<String> keys, String check) {}

    /** {@code [ui]}; {@code theme}: {@code system}, {@code light} or {@code dark}. */
    public record Ui(String theme) {}

    /** Every default. */
    public static Settings defaults() {
        return SettingsLoader.assemble(new Values(), List.of(), List.of());
    }
}
