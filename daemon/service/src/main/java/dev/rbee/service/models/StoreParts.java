package dev.rbee.service.models;

import dev.rbee.service.models.adopt.Place;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a store is made of.
 *
 * @param folder of the store's own files
 * @param bundledModels where rbee's own model is
 * @param places where others keep models
 * @param changed is run, on a thread of the store, when models came, went or are known better; must not block
 */
public record StoreParts(
        Path folder,
        Path bundledModels,
        List<Place> places,
        InstantSource clock,
        LongSupplier nanos,
        Runnable changed) {}
