package dev.rbee.service.models;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.adopt.FileSets;
import dev.rbee.service.models.adopt.Found;
import dev.rbee.service.models.adopt.Inside;
import dev.rbee.service.models.adopt.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the catalogue together from what is on the disk now and what was seen of places that may be away. Thread-safe; reads the store's disk. */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final Path folder;
    private final Path bundled;
    private final ModelIndex index;
    private final ModelFacts facts;
    private final Hasher hasher;
    private final Watches watches;

    Shelf(Path folder, Path bundled, ModelIndex index, ModelFacts facts, Hasher hasher, Watches watches) {
        this.folder = folder;
        this.bundled = bundled;
        this.index = index;
        this.facts = facts;
        this.hasher = hasher;
        this.watches = watches;
    }

    Catalog catalog() {
        Catalog catalog = new Catalog();
        catalog.add(here(new ModelFile(ModelNames.DEMO, bundled, Origin.BUNDLED)));
        for (Found found : stored()) {
            if (ModelNames.good(found.stem()) && !found.stem().equals(ModelNames.DEMO)) {
                catalog.add(here(own(found)));
            }
        }
        Set<String> imported = new HashSet<>();
        index.references().forEach((name, path) -> {
            if (catalog.find(name).filter(item -> item.file().id().equals(name)).isEmpty()) {
                catalog.add(here(ModelImports.file(name, Path.of(path))));
                imported.add(path);
            }
        });
        for (PlaceWatch watch : watches.all()) {
            PlaceWatch.View view = watch.view();
            for (PlaceWatch.Adopted model : view.models()) {
                Path first = model.found().first();
                if (!index.hidden(first) && !imported.contains(first.toString())) {
                    catalog.adopt(
                            elsewhere(watch, model, view.away()), model.found().sha256() != null);
                }
            }
        }
        return catalog;
    }

    private List<Found> stored() {
        try {
            return FileSets.of(Inside.listed(folder), false);
        } catch (IOException e) {
            LOG.warn("folder={} cannot be listed: {}", folder, e.toString());
            return List.of();
        }
    }

    private static ModelFile own(Found found) {
        return new ModelFile(
                found.stem(), found.parts(), found.missing(), found.projector(), Origin.STORED, List.of(), null);
    }

    private Item here(ModelFile file) {
        Seen seen = Seen.look(file, facts);
        Path projector = file.projector();
        if (projector != null) {
            want(new ModelFile(file.id(), projector, file.origin()));
        }
        return new Item(named(file), seen, hash(seen), false);
    }

    private Item elsewhere(PlaceWatch watch, PlaceWatch.Adopted model, boolean away) {
        String told = model.found().sha256();
        ModelFile file = named(Watches.file(watch.place(), model.found()));
        return new Item(file, model.seen(), told == null && !away ? hash(model.seen()) : told, away);
    }

    /** The hash of the first file; those of all are computed where they are not known. */
    private @Nullable String hash(Seen seen) {
        for (ModelFile.Stamp stamp : seen.stamps()) {
            if (index.hash(stamp) == null) {
                hasher.want(stamp);
            }
        }
        return seen.stamps().isEmpty() ? null : index.hash(seen.stamps().getFirst());
    }

    private void want(ModelFile projector) {
        try {
            ModelFile.Stamp stamp = projector.stamp();
            if (index.hash(stamp) == null) {
                hasher.want(stamp);
            }
        } catch (ProblemException e) {
            LOG.debug("projector={} is not hashed: {}", projector.path(), e.getMessage());
        }
    }

    private ModelFile named(ModelFile file) {
        List<String> refs = Catalog.both(file.refs(), index.refs(file.id()));
        return new ModelFile(
                file.id(), file.parts(), file.missing(), file.projector(), file.origin(), refs, file.within());
    }
}
