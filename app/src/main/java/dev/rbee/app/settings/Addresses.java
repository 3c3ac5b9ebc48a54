package dev.rbee.app.settings;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What the settings page tells of this installation.
 *
 * @param home RBEE_HOME
 * @param registry the registry's address, a dash where none is known
 * @param key the administrator's token; asked for only when it is shown or copied
 */
public record Addresses(Path home, Supplier<String> registry, Supplier<String> key) {}
