package dev.rbee.service.queen.fit;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.models.fit.FitResult;
import dev.rbee.service.queen.models.Aliases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/models/fit}: on which hive a model would run, and how. */
public final class FitRoutes {
    private static final List<String> ORDER = List.of("fits", "partial", "full", "too_large", "unsupported", "offline");

    private final Supplier<List<HiveInfo>> hives;
    private final HiveFits fits;
    private final RemoteHeaders remote;

    /**
     * Makes them.
     *
     * @param hives must not block
     * @param remote for models that no hive has
     */
    public FitRoutes(Supplier<List<HiveInfo>> hives, HiveFits fits, RemoteHeaders remote) {
        this.hives = hives;
        this.fits = fits;
        this.remote = remote;
    }

    /** Names the route. */
    public void add(Routes routes) {
        routes.post("/v1/models/fit", this::answer);
    }

    private void answer(Exchange x) {
        x.caller().requireAdmin();
        x.json(200, answer(x.body(FitRequest.class)));
    }

    private FitAnswer answer(FitRequest asked) {
        String name = FitFields.check(asked);
        List<HiveInfo> all = wanted(asked.hive());
        Subject shown = FitFields.shown(asked, name);
        Subject subject = shown == null ? named(name) : shown;
        List<HiveFit> answers = new ArrayList<>();
        FitResult some = null;
        for (HiveInfo hive : all) {
            Optional<ModelEntry> own = shown == null ? installed(hive, name) : Optional.empty();
            if (!hive.online()) {
                answers.add(offline(hive, own.isPresent()));
                continue;
            }
            FitResult result = fits.of(
                    hive, own.map(Subject::of).orElse(subject), asked.ctx(), asked.slots(), asked.options(), null);
            some = some == null ? result : some;
            answers.add(result.on(hive.id(), own.isPresent()));
        }
        answers.sort(Comparator.comparingInt((HiveFit fit) -> ORDER.indexOf(fit.verdict()))
                .thenComparing(fit -> !fit.hasFile())
                .thenComparingDouble(fit -> -(fit.tokensPerSecond() == null ? 0 : fit.tokensPerSecond()))
                .thenComparingLong(fit -> -(fit.freeBytes() == null ? 0 : fit.freeBytes())));
        return new FitAnswer(
                subject.name(),
                name,
                subject.sizeBytes(),
                subject.header().architecture(),
                subject.header().quantization(),
                subject.header().context(),
                some == null ? or(asked.ctx(), 0) : some.question().ctx(),
                some == null ? or(asked.slots(), 1) : some.question().slots(),
                answers);
    }

    private Subject named(String name) {
        Optional<ModelEntry> installed = hives.get().stream()
                .flatMap(hive -> installed(hive, name).stream())
                .findFirst();
        return installed.map(Subject::of).orElseGet(() -> remote.of(ModelRef.parse(name)));
    }

    private List<HiveInfo> wanted(@Nullable String id) {
        List<HiveInfo> all = hives.get();
        if (id == null) {
            return all;
        }
        List<HiveInfo> one = all.stream().filter(hive -> hive.id().equals(id)).toList();
        if (one.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.HIVE_NOT_FOUND, "There is no hive \"" + id + "\".", "rbee hive list names them.");
        }
        return one;
    }

    private static Optional<ModelEntry> installed(HiveInfo hive, String name) {
        Capabilities has = hive.capabilities();
        return has == null
                ? Optional.empty()
                : has.models().stream()
                        .filter(entry -> entry.state().equals("installed") && Aliases.means(entry, name))
                        .findFirst();
    }

    private static HiveFit offline(HiveInfo hive, boolean hasFile) {
        return new HiveFit(
                hive.id(),
                "offline",
                null,
                null,
                hasFile,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                "It is " + hive.status().wire() + ".");
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
