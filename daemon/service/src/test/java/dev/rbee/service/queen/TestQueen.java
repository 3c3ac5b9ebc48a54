package dev.rbee.service.queen;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.json.Json;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.hives.HiveNews;
import dev.rbee.service.queen.links.Machines;
import dev.rbee.service.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A real queen on a free port with a home of its own. */
final class TestQueen implements AutoCloseable {
    static final String TOKEN = "rbee_test_token_0123456789abcdef0123456789";

    final Http http = new Http();
    final Home home;
    final List<String> said = new CopyOnWriteArrayList<>();
    final CountDownLatch stopped = new CountDownLatch(1);
    final List<String> registries = new CopyOnWriteArrayList<>();
    final QueenServer queen;
    private final Machines machines;
    private final Settings settings;
    private final Duration patience;
    private final Map<String, String> environment;

    TestQueen(Path dir) {
        this(dir, List.of(), _ -> List.of());
    }

    TestQueen(Path dir, List<String> registries, Function<HiveNews, List<HiveControl>> hives) {
        this(
                dir,
                registries,
                hives,
                Machines.overSsh(Home.at(dir), Installation.current(), List.of(), InstantSource.system()));
    }

    TestQueen(Path dir, List<String> registries, Function<HiveNews, List<HiveControl>> hives, Machines machines) {
        this(dir, registries, hives, machines, Settings.defaults(), Map.of(), Duration.ofSeconds(5));
    }

    /** With settings, and with an environment that may name the hub. */
    TestQueen(
            Path dir,
            List<String> registries,
            Function<HiveNews, List<HiveControl>> hives,
            Machines machines,
            Settings settings,
            Map<String, String> environment) {
        this(
                dir,
                registries,
                hives,
                machines,
                settings,
                environment,
                Duration.ofSeconds(settings.queue().waitS()));
    }

    private TestQueen(
            Path dir,
            List<String> registries,
            Function<HiveNews, List<HiveControl>> hives,
            Machines machines,
            Settings settings,
            Map<String, String> environment,
            Duration patience) {
        this.patience = patience;
        this.settings = settings;
        this.environment = environment;
        this.home = Home.at(dir);
        this.machines = machines;
        this.registries.addAll(registries);
        this.queen = QueenServer.start(options(hives), time(), http);
    }

    static QueenTime time() {
        return new QueenTime(InstantSource.system(), System::nanoTime, new SecureRandom());
    }

    QueenOptions options(Function<HiveNews, List<HiveControl>> hives) {
        return new QueenOptions(
                home,
                TOKEN,
                "127.0.0.1",
                0,
                false,
                Duration.ofSeconds(2),
                Set.of(),
                Set.of(),
                8,
                patience,
                () -> List.copyOf(registries),
                hives,
                Map.of(),
                machines,
                false,
                said::add,
                stopped::countDown,
                settings,
                environment,
                Installation.current());
    }

    Remote remote() {
        return remote(TOKEN);
    }

    Remote remote(String token) {
        return new Remote(queen.url(), () -> Credential.admin(token), http);
    }

    /** Status of a call; no token where null. */
    int status(String method, String path, @Nullable String token) {
        Request.Builder request = new Request.Builder().url(queen.url() + path);
        boolean body = method.equals("POST") || method.equals("PUT");
        request.method(method, body ? RequestBody.create(Json.bytes(Map.of())) : null);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.call(request.build()).status();
    }

    /** Events of a stream until one of that type came, as {@code id type data}. */
    List<String[]> events(String path, @Nullable String lastId, String until) throws Exception {
        Request.Builder request = remote().request(path);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        List<String[]> all = new ArrayList<>();
        var call = http.stream(request.build(), Duration.ofSeconds(10));
        try (var response = call.execute()) {
            String id = "";
            String type = "";
            for (String line = response.body().source().readUtf8Line();
                    line != null;
                    line = response.body().source().readUtf8Line()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    all.add(new String[] {id, type, line.substring(6)});
                    if (type.equals(until)) {
                        return all;
                    }
                }
            }
            return all;
        } finally {
            call.cancel();
        }
    }

    @Override
    public void close() {
        queen.close();
        http.close();
    }
}
