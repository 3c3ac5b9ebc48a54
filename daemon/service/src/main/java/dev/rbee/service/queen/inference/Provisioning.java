package dev.rbee.service.queen.inference;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Requests for models that nobody in the fleet has: they wait until the model has arrived. Thread-safe. */
final class Provisioning {
    private static final long LOOK_MS = 1000;

    private final Models models;
    private final ModelArrivals arrivals;
    private final LongSupplier nanos;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param most requests that may wait for models at a time */
    Provisioning(Models models, ModelArrivals arrivals, int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.models = models;
        this.arrivals = arrivals;
    }

    /** The model on its way, where it has to come from outside and may; throws where its being fetched cannot even begin. */
    Optional<ModelArrivals.Arrival> of(Question question, boolean admin) {
        return models.absent(question) ? arrivals.fetch(question.model(), question.node(), admin) : Optional.empty();
    }

    /** Blocks until it is there; the question under the name it has now. Throws what went wrong. */
    Question arrived(Question question, ModelArrivals.Arrival arrival, ClientSide client)
            throws ClientGone, InterruptedException {
        try {
            if (waiting.incrementAndGet() > most) {
                throw ProblemException.of(
                        ProblemCode.QUEUE_FULL,
                        most + " requests wait for models already.",
                        "Try again when the model has arrived.");
            }
            while (!arrival.over(LOOK_MS)) {
                client.checkGone();
                client.provisioning(arrival.words());
            }
        } finally {
            waiting.decrementAndGet();
        }
        Question named = question.named(arrival.id()).since(nanos.getAsLong());
        models.check(named);
        return named;
    }
}
