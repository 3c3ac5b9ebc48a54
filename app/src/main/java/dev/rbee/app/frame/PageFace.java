package dev.rbee.app.frame;

import org.kordamp.ikonli.feather.Feather;

/**
 * A page as the navigation shows it.
 *
 * @param key what it is called in the program: lower case, the same in every language
 * @param name its word
 * @param icon its picture
 */
public record PageFace(String key, String name, Feather icon) {}
