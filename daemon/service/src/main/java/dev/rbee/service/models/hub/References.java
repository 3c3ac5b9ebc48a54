package dev.rbee.service.models.hub;

import dev.rbee.contract.gguf.ByteSource;
import dev.rbee.contract.gguf.GgufFile;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.gguf.GgufSets;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.ModelNames;
import dev.rbee.service.models.fetch.Web;
import dev.rbee.service.models.library.Library;
import dev.rbee.service.models.library.LibraryRefs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What references mean: which files are to be fetched, and what their headers say. Blocks; throws {@link ProblemException} as {@link Hub} does.
 * Thread-safe.
 */
public final class References {
    /** Of a file that is weights. */
    public static final String MODEL = "model";
    /** Of a file that lets a model see. */
    public static final String MMPROJ = "mmproj";

    private final Web web;
    private final Hub hub;
    private final Supplier<Optional<String>> token;
    private final Supplier<Library> library;

    /**
     * Resolves.
     *
     * @param token of the hub, asked for at each call
     * @param library the catalogue now
     */
    public References(Web web, Supplier<Optional<String>> token, Supplier<Library> library) {
        this.web = web;
        this.hub = new Hub(web, token);
        this.token = token;
        this.library = library;
    }

    /** The hub that it asks. */
    public Hub hub() {
        return hub;
    }

    /** The token that opens the hub's gated repositories; null where there is none. Never to be logged. */
    public @Nullable String token() {
        return token.get().orElse(null);
    }

    /** Whether the catalogue has it; asks nobody. */
    public boolean inLibrary(ModelRef ref) {
        return find(ref).isPresent();
    }

    private Optional<Library.Found> find(ModelRef ref) {
        return switch (ref) {
            case ModelRef.Library named -> library.get().find(named.name(), named.tag());
            case ModelRef.Installed named -> library.get().find(named.name(), null);
            case ModelRef.Demo _, ModelRef.Hub _, ModelRef.Url _, ModelRef.LocalFile _ -> Optional.empty();
        };
    }

    /**
     * The files behind a reference. Throws {@code model_not_found} for a name that is not in the catalogue, {@code invalid_field} for what is not
     * fetched at all.
     */
    public ResolvedModel resolve(ModelRef ref) {
        return switch (ref) {
            case ModelRef.Hub repository -> resolve(repository, null);
            case ModelRef.Library named -> named(named);
            case ModelRef.Installed named -> named(named.inLibrary());
            case ModelRef.Url url -> {
                ModelRef.Hub repository = atHub(url);
                yield repository == null ? resolve(url) : resolve(repository, null);
            }
            case ModelRef.Demo _, ModelRef.LocalFile _ ->
                throw ProblemException.of(
                        ProblemCode.INVALID_FIELD,
                        ref + " is not fetched from anywhere.",
                        ref instanceof ModelRef.Demo
                                ? "It comes with rbee."
                                : "Files are adopted: rbee model import FILE");
        };
    }

    private ResolvedModel named(ModelRef.Library ref) {
        Library now = library.get();
        ModelRef.Hub source = LibraryRefs.hub(now, ref);
        return resolve(source, now.find(ref.name(), ref.tag()).orElseThrow().ref());
    }

    /** An address of the hub itself is a reference to its repository. */
    private ModelRef.@Nullable Hub atHub(ModelRef.Url url) {
        HttpUrl address = HttpUrl.parse(url.url());
        String mark = "/resolve/main/";
        if (address == null
                || !web.rules().isHub(address)
                || !address.encodedPath().contains(mark)) {
            return null;
        }
        String path = String.join("/", address.pathSegments()).replaceFirst(mark, "/");
        return ModelRef.parse("hf:" + path) instanceof ModelRef.Hub repository ? repository : null;
    }

    private ResolvedModel resolve(ModelRef.Hub ref, @Nullable String known) {
        Repository repository = hub.load(ref);
        RepoModel model = Choice.of(ref, repository);
        List<RemoteFile> files = new ArrayList<>();
        model.parts().forEach(part -> files.add(remote(ref, part, MODEL)));
        RepoFile projector = model.projector();
        if (projector != null) {
            files.add(remote(ref, projector, MMPROJ));
        }
        return new ResolvedModel(
                known != null ? known : repository.refOf(model).toString(),
                ModelNames.from(model.name()),
                List.copyOf(files),
                total(files),
                model.quantization(),
                repository.license(),
                repository.gated());
    }

    private RemoteFile remote(ModelRef.Hub ref, RepoFile file, String role) {
        return new RemoteFile(file.name(), role, hub.url(ref, file.path()), file.size(), file.sha256());
    }

    private static @Nullable Long total(List<RemoteFile> files) {
        boolean known = files.stream().allMatch(file -> file.sizeBytes() != null);
        return known
                ? files.stream().collect(Collectors.summingLong(f -> f.sizeBytes() == null ? 0 : f.sizeBytes()))
                : null;
    }

    private ResolvedModel resolve(ModelRef.Url url) {
        List<RemoteFile> files = new ArrayList<>();
        for (String name : GgufSets.names(url.fileName())) {
            String address = HttpUrl.get(url.url())
                    .newBuilder()
                    .setPathSegment(HttpUrl.get(url.url()).pathSize() - 1, name)
                    .build()
                    .toString();
            Web.Facts facts = web.facts(address, token());
            files.add(new RemoteFile(name, MODEL, address, facts.sizeBytes(), facts.sha256()));
        }
        return new ResolvedModel(
                url.toString(),
                ModelNames.from(GgufSets.whole(url.fileName())),
                List.copyOf(files),
                total(files),
                Quantization.of(GgufSets.whole(url.fileName())),
                null,
                false);
    }

    /**
     * The facts of a model that nobody has fetched yet, from the headers of its files by ranges: some MB. Throws {@code model_invalid} too.
     */
    public GgufInfo header(ResolvedModel model) {
        List<RemoteFile> parts =
                model.files().stream().filter(file -> file.role().equals(MODEL)).toList();
        GgufInfo info =
                GgufReader.model(inspect(parts.getFirst()), parts.getFirst().name());
        for (RemoteFile part : parts.subList(1, parts.size())) {
            GgufFile more = inspect(part);
            info = info.with(more.weights(), more.fileBytes());
        }
        return info;
    }

    private GgufFile inspect(RemoteFile file) {
        String url = file.url();
        if (url == null) {
            throw ProblemException.of(ProblemCode.SOURCE_NOT_FOUND, file.name() + " has no address.", null);
        }
        try (ByteSource source = web.bytes(url, token())) {
            return GgufReader.inspect(source, file.name());
        } catch (IOException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw ProblemException.of(
                    ProblemCode.SOURCE_FAILED,
                    "The header of " + file.name() + " cannot be read: " + e.getMessage() + ".",
                    null);
        }
    }
}
