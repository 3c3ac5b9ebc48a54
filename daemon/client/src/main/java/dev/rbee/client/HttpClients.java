package dev.rbee.client;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** One client with several patiences. Making one that can encrypt reads all certificates which the system trusts: a tenth of a second. */
final class HttpClients {
    final OkHttpClient base;
    final OkHttpClient quick;
    final OkHttpClient slow;

    HttpClients(ConnectionPool pool, ConnectionSpec spec) {
        base = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(spec))
                .connectTimeout(Duration.ofSeconds(2))
                .writeTimeout(Duration.ofSeconds(30))
                .readTimeout(Http.QUICK)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .connectionPool(pool)
                .build();
        quick = base.newBuilder().callTimeout(Duration.ofSeconds(30)).build();
        slow = base.newBuilder().readTimeout(Http.SLOW).build();
    }
}
