package dev.rbee.service.queen.links;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.service.home.Home;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.events.FleetFeed;
import dev.rbee.service.queen.hives.HiveKeeping;
import dev.rbee.service.queen.hives.HiveNews;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.models.FileRelay;
import dev.rbee.service.queen.store.NodeNotes;
import dev.rbee.service.queen.store.Nodes;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What {@link Links} are made of.
 *
 * @param token of the installation
 * @param instance the queen's
 * @param registries where the registry may be, best first
 * @param files model files, from hive to hive
 * @param own true for a hive of the queen's own machine
 * @param ended told of hives that were found dead
 * @param ids new ids for workers
 */
public record LinksMaker(
        Home home,
        String token,
        String instance,
        Machines machines,
        Nodes nodes,
        NodeNotes notes,
        HiveRegistry hives,
        Predicate<String> own,
        HiveKeeping keeping,
        WorkerRegistry workers,
        HiveNews ended,
        FleetFeed feed,
        JobStore jobs,
        AuditTrail audit,
        Http http,
        Supplier<List<String>> registries,
        FileRelay files,
        InstantSource clock,
        LongSupplier nanos,
        Supplier<String> ids) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Enters declared machines into the table; reads and writes the disk. Nothing is connected before {@link Links#start}. */
    public Links make() {
        DeclaredNodes.into(
                nodes,
                notes,
                machines,
                (hive, why) -> feed.problem(new FleetProblem(
                        "declared:" + hive,
                        "Machine " + hive + " of rbee.toml cannot be used: " + why.message(),
                        why.hint(),
                        clock.instant(),
                        hive)));
        RegistryRelay relay = new RegistryRelay(http, Credential.admin(token), registries);
        return new Links(
                new LinkParts(
                        machines,
                        nodes,
                        notes,
                        new Logins(home.path().resolve("logins.json")),
                        hives,
                        own,
                        ended,
                        feed,
                        new Gateway.Parts(token, instance, hives, keeping, workers, relay, files, clock),
                        http,
                        token,
                        PATIENCE,
                        clock,
                        nanos),
                jobs,
                audit,
                ids);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "LinksMaker[home=" + home.path() + "]";
    }
}
