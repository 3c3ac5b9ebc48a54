package dev.rbee.service.queen.inference;

import dev.rbee.service.queen.routing.Plan;
import dev.rbee.service.queen.workers.Lease;

/** A slot that a request got. */
record Ticket(Lease lease, Plan plan) {}
