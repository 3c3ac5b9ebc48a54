package dev.rbee.service.queen.store;

import dev.rbee.service.home.Home;
import java.nio.file.Path;
import java.time.InstantSource;

/** Adds nodes for ever and prints each name after its commit; is killed by {@link DurabilityIT}. */
final class WritingChild {
    private WritingChild() {}

    /** Home, and a prefix for the names. */
    public static void main(String[] args) {
        Home home = Home.at(Path.of(args[0])).create();
        Database database = Database.open(home, InstantSource.system(), System::nanoTime);
        Nodes nodes = new Nodes(database);
        System.out.println("open " + database.notice());
        for (int i = 0; ; i++) {
            nodes.add(TablesTest.node(args[1] + "-" + i));
            System.out.println(args[1] + "-" + i);
        }
    }
}
