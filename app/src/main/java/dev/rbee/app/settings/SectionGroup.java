package dev.rbee.app.settings;

import java.util.List;

/** Sections that stand together in the list, under a word of their own. */
public record SectionGroup(String name, List<Section> sections) {}
