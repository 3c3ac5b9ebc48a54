package dev.rbee.service.settings;

/** How a setting is asked for. */
public enum SettingForm {
    /** true or false */
    FLAG,
    /** a whole number */
    NUMBER,
    /** one of some words */
    CHOICE,
    /** a line of text */
    TEXT,
    /** texts, one on a line */
    LIST
}
