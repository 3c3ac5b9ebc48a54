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
 * @param desperate has waited so long that workers used last are tried too
 */
public record RouteRequest(
        String model,
        @Nullable String node,
        @Nullable String worker,
        @Nullable String warm,
        Set<String> not,
        boolean desperate) {

    /** Any worker of the model. */
    public static RouteRequest of(String model) {
        return new RouteRequest(model, null, null, null, Set.of(), false);
    }

    /** On that hive only. */
    public RouteRequest on(@Nullable String hive) {
        return new RouteRequest(model, hive, worker, warm, not, desperate);
    }

    /** To that worker only. */
    public RouteRequest to(@Nullable String id) {
        return new RouteRequest(model, node, id, warm, not, desperate);
    }

    /** With a worker that knows the conversation. */
    public RouteRequest warmAt(@Nullable String id) {
        return new RouteRequest(model, node, worker, id, not, desperate);
    }

    /** Without those. */
    public RouteRequest without(Set<String> failed) {
        return new RouteRequest(model, node, worker, warm, Set.copyOf(failed), desperate);
    }

    /** Also with workers used last. */
    public RouteRequest desperately() {
        return new RouteRequest(model, node, worker, warm, not, true);
    }
}
