package dev.rbee.service.models.library;

import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.settings.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where what is named in the catalogue lies. Pure. */
public final class LibraryRefs {
    private LibraryRefs() {}

    /** Whether the catalogue has it. */
    public static boolean has(Library library, ModelRef.Library ref) {
        return library.find(ref.name(), ref.tag()).isPresent();
    }

    /** Its files at the hub. Throws {@code model_not_found}, naming what comes near. */
    public static ModelRef.Hub hub(Library library, ModelRef.Library ref) {
        LibraryModel.Variant variant = library.find(ref.name(), ref.tag())
                .orElseThrow(() -> unknown(library, ref))
                .variant();
        int slash = variant.repo().indexOf('/');
        return new ModelRef.Hub(
                variant.repo().substring(0, slash), variant.repo().substring(slash + 1), variant.quantization(), null);
    }

    private static ProblemException unknown(Library library, ModelRef.Library ref) {
        Optional<Library.Found> family = library.find(ref.name(), null);
        String hint = family.map(found -> "There are " + tags(found.model()) + ".")
                .or(() -> near(library, ref.name()).map(name -> "Did you mean " + name + "?"))
                .orElse("Nothing there has such a name.");
        return ProblemException.of(
                ProblemCode.MODEL_NOT_FOUND,
                "The catalogue has no model \"" + ref + "\".",
                hint + " `rbee model library` shows all, `rbee model search` looks at the hub.");
    }

    private static String tags(LibraryModel model) {
        return model.variants().stream()
                .map(variant -> model.name() + ":" + variant.tag())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> near(Library library, String name) {
        List<String> names = library.models().stream().map(LibraryModel::name).toList();
        return Nearest.to(name, names);
    }
}
