package dev.rbee.app.models;

import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be downloaded, in one or more sizes. Immutable.
 *
 * @param by who made or published it
 * @param facts names and values, in this order
 * @param page about it, for a browser
 * @param gated wants an account's agreement at the hub
 * @param choices smallest or usual first
 */
record Offer(
        String title,
        String by,
        String description,
        List<Fact> facts,
        @Nullable String page,
        boolean gated,
        List<Choice> choices) {
    private static final Words WORDS = Words.of(Offer.class);

    /** One line of what is known. */
    record Fact(String name, String value) {}

    /**
     * One file of it.
     *
     * @param ref what is pulled
     * @param label for people
     * @param usual the one that is taken where nothing else is said
     */
    record Choice(String ref, String label, @Nullable Long bytes, boolean usual) {}

    /** One of the catalogue. */
    static Offer of(LibraryModel model) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(WORDS.get("offer.good.for"), String.join(", ", model.goodAt())));
        facts.add(new Fact(WORDS.get("offer.context"), WORDS.get("offer.up.to.tokens", Units.tokens(model.context()))));
        facts.add(new Fact(WORDS.get("offer.licence"), model.license()));
        if (model.year() != null) {
            facts.add(new Fact(WORDS.get("offer.year"), model.year().toString()));
        }
        LibraryModel.Variant usual = model.variants().getFirst();
        List<Choice> choices = model.variants().stream()
                .map(variant -> new Choice(
                        model.name() + ":" + variant.tag(),
                        variant.tag() + "  ·  " + variant.quantization() + parameters(variant),
                        variant.sizeBytes(),
                        variant.equals(usual)))
                .toList();
        return new Offer(
                model.title(),
                model.by(),
                model.description(),
                facts,
                "https://huggingface.co/" + usual.repo(),
                false,
                choices);
    }

    private static String parameters(LibraryModel.Variant variant) {
        Long active = variant.activeParameters();
        return active == null ? "" : WORDS.get("offer.active", Units.parameters(active));
    }

    /** One repository of the hub with its files. */
    static Offer of(HubModel model) {
        int slash = model.repo().indexOf('/');
        List<Fact> facts = new ArrayList<>();
        if (model.downloads() != null) {
            facts.add(new Fact(WORDS.get("offer.downloads"), String.format(Locale.ROOT, "%,d", model.downloads())));
        }
        if (model.likes() != null) {
            facts.add(new Fact(WORDS.get("offer.likes"), String.format(Locale.ROOT, "%,d", model.likes())));
        }
        if (model.updatedAt() != null) {
            facts.add(new Fact(
                    WORDS.get("offer.updated"),
                    model.updatedAt()
                            .substring(0, Math.min(10, model.updatedAt().length()))));
        }
        facts.add(new Fact(
                WORDS.get("offer.licence"), Objects.requireNonNullElse(model.license(), WORDS.get("offer.not.said"))));
        List<HubModel.HubFile> files = Objects.requireNonNullElse(model.files(), List.of());
        List<Choice> choices = files.stream()
                .map(file -> new Choice(
                        file.ref(),
                        Objects.requireNonNullElse(file.quantization(), file.file())
                                + (file.parts() > 1 ? WORDS.get("offer.files", file.parts()) : ""),
                        file.sizeBytes(),
                        "Q4_K_M".equals(file.quantization())))
                .toList();
        return new Offer(
                model.repo().substring(slash + 1),
                slash < 0 ? "" : model.repo().substring(0, slash),
                "",
                facts,
                "https://huggingface.co/" + model.repo(),
                model.gated(),
                choices);
    }

    /** A reference that was typed. */
    static Offer of(String ref) {
        return new Offer(
                ref,
                WORDS.get("offer.a.reference.you.typed"),
                "",
                List.of(),
                null,
                false,
                List.of(new Choice(ref, WORDS.get("offer.as.it.is"), null, true)));
    }

    /** The same, with that one of its files to begin with where it has it. */
    Offer preferring(String ref) {
        if (choices.stream().noneMatch(choice -> choice.ref().equals(ref))) {
            return this;
        }
        List<Choice> marked = choices.stream()
                .map(choice -> new Choice(
                        choice.ref(),
                        choice.label(),
                        choice.bytes(),
                        choice.ref().equals(ref)))
                .toList();
        return new Offer(title, by, description, facts, page, gated, marked);
    }

    /** Whether typed text is a reference rather than words to look for. */
    static boolean isRef(String typed) {
        return typed.startsWith("hf:") || typed.startsWith("https://") || typed.startsWith("http://");
    }

    /** The choice to begin with. */
    @Nullable
    Choice usual() {
        return choices.stream().filter(Choice::usual).findFirst().orElse(choices.isEmpty() ? null : choices.getFirst());
    }
}
