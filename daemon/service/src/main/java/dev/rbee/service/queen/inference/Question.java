package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checked request for inference.
 *
 * @param model as the caller wrote it
 * @param node on this hive only
 * @param worker to this worker only
 * @param stream whether the answer is an event stream
 * @param body as it came; goes to the worker unchanged where the model's name is the worker's
 * @param caller label, never a secret; requests wait in fair turns between callers
 * @param arrivedNanos monotonic
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
record Question(
        Kind kind,
        String id,
        String model,
        @Nullable String node,
        @Nullable String worker,
        boolean stream,
        ObjectNode tree,
        byte[] body,
        String caller,
        long arrivedNanos,
        Instant arrived) {}
