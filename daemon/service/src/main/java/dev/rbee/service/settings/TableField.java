package dev.rbee.service.settings;

/**
 * One key of the tables of a list.
 *
 * @param key in the file
 * @param kind what its value looks like
 * @param doc what it does
 */
record TableField<T>(String key, ValueKind<T> kind, String doc) {}
