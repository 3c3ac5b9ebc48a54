package dev.rbee.service.queen.routing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be routed.
 *
 * @param model as the caller wrote it
 * @param node on this hive only
 * @param worker to this worker only
 * @param warm the worker that has this conversation's beginning in its cache
 * @param not workers that failed this request already
 * @param needs what a worker has to be able to do
 * @param desperate has waited so long that workers used last are tried too
 */
public record RouteRequest(
        String model,
        @Nullable String node,
        @Nullable String worker,
        @Nullable String warm,
        Set<String> not,
        boolean desperate,
        Set<Need> needs) {

    /** Any worker of the model. */
    public static RouteRequest of(String model) {
        return new RouteRequest(model, null, null, null, Set.of(), false, Set.of());
    }

    /** On that hive only. */
    public RouteRequest on(@Nullable String hive) {
        return new RouteRequest(model, hive, worker, warm, not, desperate, needs);
    }

    /** To that worker only. */
    public RouteRequest to(@Nullable String id) {
        return new RouteRequest(model, node, id, warm, not, desperate, needs);
    }

    /** With a worker that knows the conversation. */
    public RouteRequest warmAt(@Nullable String id) {
        return new RouteRequest(model, node, worker, id, not, desperate, needs);
    }

    /** Without those. */
    public RouteRequest without(Set<String> failed) {
        return new RouteRequest(model, node, worker, warm, Set.copyOf(failed), desperate, needs);
    }

    /** To workers only that can do that. */
    public RouteRequest needing(Set<Need> abilities) {
        return new RouteRequest(model, node, worker, warm, not, desperate, Set.copyOf(abilities));
    }

    /** Whether the worker may have it at all: it has not failed it, and can do what it needs. */
    boolean admits(Candidate candidate) {
        return !not.contains(candidate.id()) && meets(candidate);
    }

    /** Whether the worker can do what it needs. */
    boolean meets(Candidate candidate) {
        if (needs.isEmpty()) {
            return true;
        }
        for (Need need : needs) {
            if (!candidate.can(need)) {
                return false;
            }
        }
        return true;
    }

    /** Also with workers used last. */
    public RouteRequest desperately() {
        return new RouteRequest(model, node, worker, warm, not, true, needs);
    }
}
