package dev.rbee.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.http.Server;
import dev.rbee.http.Sse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<EventStream.State> states = new CopyOnWriteArrayList<>();

    private final EventStream.Listener listener = new EventStream.Listener() {
        @Override
        public void event(@Nullable String id, String type, String data) {
            heard.add(id + " " + type + " " + data);
        }

        @Override
        public void state(EventStream.State state, @Nullable Problem why) {
            states.add(state);
        }
    };

    @Test
    void resumesWhereItWas() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        List<String> resumed = new CopyOnWriteArrayList<>();
        try (Server server = Fixture.server(
                        0,
                        routes -> routes.get("/v1/events", x -> {
                            resumed.add(x.header("Last-Event-ID").orElse("-"));
                            int n = connections.incrementAndGet();
                            try (Sse sse = x.sse()) {
                                sse.event(String.valueOf(n), "tick", "line one\nline two");
                                sse.data(new int[] {n});
                                if (n > 1) {
                                    sse.endless().awaitClosed();
                                }
                            }
                        }));
                EventStream stream = EventStream.open(Fixture.remote(server), "/v1/events", listener, new Random(1))) {
            await().until(() -> heard.size() == 4);
            assertEquals("1 tick line one\nline two", heard.get(0));
            assertEquals("1 message [1]", heard.get(1));
            assertEquals(List.of("-", "1"), resumed);
            stream.close();
            stream.join();
            assertEquals(EventStream.State.CLOSED, states.getLast());
        }
        assertTrue(states.contains(EventStream.State.AWAY) && states.contains(EventStream.State.CONNECTED));
    }

    @Test
    void comesBackWhenTheServerDoes() {
        Server first = Fixture.server(
                0,
                routes -> routes.get("/v1/events", x -> {
                    x.sse().endless().awaitClosed();
                }));
        int port = first.port();
        try (EventStream stream = EventStream.open(Fixture.remote(first), "/v1/events", listener, new Random(1))) {
            await().until(() -> states.contains(EventStream.State.CONNECTED));
            first.close();
            await().until(() -> states.contains(EventStream.State.AWAY));
            int before = states.size();
            try (Server second = Fixture.server(
                    port,
                    routes -> routes.get("/v1/events", x -> x.sse().endless().awaitClosed()))) {
                await().until(() -> states.subList(before, states.size()).contains(EventStream.State.CONNECTED));
                assertTrue(second.port() == port);
            }
        }
    }

    @Test
    void closeReachesTheServerAtOnce() {
        AtomicInteger open = new AtomicInteger();
        try (Server server = Fixture.server(
                0,
                routes -> routes.get("/v1/events", x -> {
                    Sse sse = x.sse();
                    open.incrementAndGet();
                    sse.awaitClosed();
                    open.decrementAndGet();
                }))) {
            EventStream stream = EventStream.open(Fixture.remote(server), "/v1/events", listener, new Random(1));
            await().until(() -> open.get() == 1);
            stream.close();
            await().until(() -> open.get() == 0);
        }
    }
}
