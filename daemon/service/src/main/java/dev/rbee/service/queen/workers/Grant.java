package dev.rbee.service.queen.workers;

import dev.rbee.service.queen.routing.Plan;
import org.jspecify.annotations.Nullable;

/** A decision carried out; the lease is there exactly where the plan says send. */
public record Grant(Plan plan, @Nullable Lease lease) {}
