package dev.rbee.service.settings;

/** Where a value in force comes from, weakest first. */
public enum SettingSource {
    /** nobody set it */
    DEFAULT,
    /** {@code rbee.toml} */
    FILE,
    /** a variable of the environment */
    ENVIRONMENT
}
