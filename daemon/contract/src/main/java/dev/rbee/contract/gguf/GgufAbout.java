package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/**
 * What the header says of where the model comes from, as its makers wrote it.
 *
 * @param licence its short name, {@code apache-2.0}
 * @param licenceLink where its text is
 * @param size {@code 8B}
 * @param source where it was published
 */
public record GgufAbout(
        @Nullable String organization,
        @Nullable String author,
        @Nullable String description,
        @Nullable String licence,
        @Nullable String licenceLink,
        @Nullable String size,
        @Nullable String source) {
    static GgufAbout of(GgufMetadata data) {
        String source = data.text("general.source.url");
        String repository = data.text("general.repo_url");
        return new GgufAbout(
                data.text("general.organization"),
                data.text("general.author"),
                data.text("general.description"),
                first(data.text("general.license"), data.text("general.license.name")),
                data.text("general.license.link"),
                data.text("general.size_label"),
                first(source, first(repository, data.text("general.url"))));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }
}
