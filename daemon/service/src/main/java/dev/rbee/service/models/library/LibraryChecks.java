package dev.rbee.service.models.library;

import dev.rbee.contract.models.LibraryModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a catalogue must be like before anybody sees it. Pure; throws {@link IllegalArgumentException}. */
final class LibraryChecks {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern REPO =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final Pattern QUANTIZATION = Pattern.compile("[A-Z0-9][A-Z0-9_-]{1,31}");
    private static final Set<String> GOOD_AT =
            Set.of("chat", "code", "reasoning", "tools", "vision", "embedding", "multilingual", "small");
    private static final Set<String> ENGINES = Set.of("embedded", "llama-server");
    private static final int MOST_MODELS = 2000;
    private static final int MOST_VARIANTS = 64;
    private static final int LONGEST = 500;

    private LibraryChecks() {}

    static void check(LibraryFile file) {
        demand(file.schema() == LibraryFile.SCHEMA, "its schema is " + file.schema() + ", not " + LibraryFile.SCHEMA);
        demand(file.updated() != null, "it has no date");
        demand(file.models() != null && !file.models().isEmpty(), "it names no models");
        demand(file.models().size() <= MOST_MODELS, "it names more than " + MOST_MODELS + " models");
        Set<String> names = new HashSet<>();
        for (LibraryModel model : file.models()) {
            check(model);
            demand(names.add(model.name()), model.name() + " is there twice");
        }
    }

    private static void check(LibraryModel model) {
        demand(matches(NAME, model.name()), "a model has the name " + model.name());
        String name = model.name();
        text(name, "title", model.title());
        text(name, "by", model.by());
        text(name, "description", model.description());
        text(name, "license", model.license());
        demand(subset(model.goodAt(), GOOD_AT), name + " is good at " + model.goodAt());
        demand(model.context() > 0, name + " has the context " + model.context());
        List<LibraryModel.Variant> variants = model.variants();
        demand(
                variants != null && !variants.isEmpty() && variants.size() <= MOST_VARIANTS,
                name + " has no variants or too many");
        Set<String> tags = new HashSet<>();
        for (LibraryModel.Variant variant : variants) {
            check(name, variant);
            demand(tags.add(variant.tag()), name + ":" + variant.tag() + " is there twice");
        }
    }

    private static void check(String name, LibraryModel.Variant variant) {
        demand(matches(NAME, variant.tag()), name + " has the tag " + variant.tag());
        String full = name + ":" + variant.tag();
        demand(matches(REPO, variant.repo()) && !variant.repo().contains(".."), full + " lies in " + variant.repo());
        demand(matches(QUANTIZATION, variant.quantization()), full + " has the quantization " + variant.quantization());
        demand(variant.parameters() > 0 && variant.sizeBytes() > 0, full + " has no size");
        Long active = variant.activeParameters();
        demand(
                active == null || (active > 0 && active < variant.parameters()),
                full + " has the active parameters " + active);
        demand(subset(variant.engines(), ENGINES), full + " runs on " + variant.engines());
    }

    private static void text(String name, String field, @Nullable String text) {
        demand(
                text != null
                        && !text.isBlank()
                        && text.length() <= LONGEST
                        && text.codePoints().noneMatch(Character::isISOControl),
                name + " has no " + field + ", or a strange one");
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean subset(@Nullable List<String> some, Set<String> all) {
        return some != null && !some.isEmpty() && all.containsAll(some) && new HashSet<>(some).size() == some.size();
    }

    private static void demand(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException("The catalogue is not usable: " + why + ".");
        }
    }
}
