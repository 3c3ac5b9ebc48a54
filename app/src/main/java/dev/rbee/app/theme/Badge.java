package dev.rbee.app.theme;

import org.kordamp.ikonli.feather.Feather;

/** What a pill says. */
public record Badge(Tone tone, Feather icon, String word) {}
