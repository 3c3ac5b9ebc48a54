package dev.rbee.service.queen.discovery;

/** Gets to know a component that somebody says is there. Blocks; does nothing where it is known well already. */
public interface Acquaintance {
    /** A hive: asks it for its capabilities. */
    void hive(String id, String url);

    /** A worker: asks it what it runs. */
    void worker(String id, String url);
}
