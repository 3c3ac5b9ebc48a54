package dev.rbee.service.models.download;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.PartialPlan;
import dev.rbee.service.models.adopt.Origin;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which name a download gets. */
final class Names {
    private final ModelStore store;

    Names(ModelStore store) {
        this.store = store;
    }

    /**
     * The plan of an earlier attempt, else a new one under a free name. Throws {@code already_exists} where the name that was asked for is
     * another model's.
     *
     * @param projectorless the same weights, in the store without the projector that comes now
     */
    PartialPlan plan(Order order, @Nullable ModelFile projectorless) {
        Optional<PartialPlan> earlier = store.partials().plan(order.key());
        if (earlier.isPresent()
                && (order.name() == null || order.name().equals(earlier.get().id()))) {
            return order.plan(earlier.get().id());
        }
        if (projectorless != null && projectorless.origin() == Origin.STORED) {
            return order.plan(projectorless.id());
        }
        Set<String> taken = new HashSet<>();
        store.names().forEach(each -> taken.add(each.toLowerCase(Locale.ROOT)));
        earlier.ifPresent(each -> taken.remove(each.id().toLowerCase(Locale.ROOT)));
        String name = order.name();
        if (name == null) {
            return order.plan(free(order.wish(), taken));
        }
        if (taken.contains(name.toLowerCase(Locale.ROOT))) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_EXISTS,
                    "There is a model \"" + name + "\" already, and it is another one.",
                    "Choose another name, or remove that one: rbee model rm " + name);
        }
        return order.plan(name);
    }

    private static String free(String wish, Set<String> taken) {
        String stem = wish.length() > 90 ? wish.substring(0, 90) : wish;
        String name = wish;
        for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
            name = stem + "-" + i;
        }
        return name;
    }
}
