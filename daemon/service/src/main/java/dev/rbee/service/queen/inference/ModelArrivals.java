package dev.rbee.service.queen.inference;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Models that nobody in the fleet has yet, on their way because a request names them. */
public interface ModelArrivals {
    /** None ever comes. */
    ModelArrivals NONE = new ModelArrivals() {
        @Override
        public Optional<Arrival> fetch(String model, @Nullable String node, boolean admin) {
            return Optional.empty();
        }

        @Override
        public boolean copies(String model) {
            return false;
        }
    };

    /** One of them. */
    interface Arrival {
        /** Blocks for {@code millis} at most; true once it has ended, well or not. */
        boolean over(long millis) throws InterruptedException;

        /** How far it is, for people. */
        String words();

        /** After the end: the model's id. Throws what went wrong. */
        String id();
    }

    /**
     * Has the model fetched, or joins those who do; returns at once. Empty where that is no reference to anything, or the caller may not have it
     * fetched.
     *
     * @param node to this hive
     * @param admin whether the caller may do everything
     */
    Optional<Arrival> fetch(String model, @Nullable String node, boolean admin);

    /** Whether a model that some hive has may be copied to another one for a request. */
    boolean copies(String model);
}
