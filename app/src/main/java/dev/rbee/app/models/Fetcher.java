package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.frame.Remedy;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.PullModel;

/** Brings a model that one hive has to another one, by the reference it came by. JavaFX thread only. */
final class Fetcher {
    private static final Words WORDS = Words.of(Fetcher.class);

    private final ModelParts parts;
    private final Pulls pulls;
    private final Runnable downloads;

    /** {@code downloads} shows what is on its way. */
    Fetcher(ModelParts parts, Pulls pulls, Runnable downloads) {
        this.parts = parts;
        this.pulls = pulls;
        this.downloads = downloads;
    }

    /** Begins it and says so. */
    void fetch(Installed model, String hive) {
        pulls.begin(
                new PullModel(model.refs().getFirst(), hive, null),
                () -> parts.toasts()
                        .offer(
                                WORDS.get("matrix.fetching", model.id(), hive),
                                new Remedy(WORDS.get("matrix.fetching.show"), downloads)),
                parts.presenter()::toast);
    }
}
