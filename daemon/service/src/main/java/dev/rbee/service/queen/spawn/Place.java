package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where a worker is to be started; its memory is reserved for the job.
 *
 * @param model its id there
 * @param why it is this one
 * @param present id of a worker of that model which is on its way there already, where that will do; null: one has to be started
 */
record Place(
        HiveInfo hive, String model, WhyHere why, @Nullable String present) {}
