package dev.rbee.service.models.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.Credential;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.testing.HubServer;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files may come from, and where the hub's token goes (reliability 3, number 12). */
class SourceGuardTest {
    private static final Dns PUBLIC = host -> List.of(InetAddress.getByAddress(host, new byte[] {8, 8, 8, 8}));

    @TempDir
    Path folder;

    private static void check(SourceRules rules, Dns names, String url) {
        new SourceGuard(rules, names).check(HttpUrl.get(url), false);
    }

    private static ProblemCode refused(SourceRules rules, Dns names, String url) {
        return assertThrows(ProblemException.class, () -> check(rules, names, url), url)
                .problem()
                .code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.254",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2001::1",
                "2001:db8::1",
                "100::1"
            })
    void addressesOfThisMachineAndItsNetworksAreNoSources(String text) throws Exception {
        InetAddress address = InetAddress.getByName(text);
        assertTrue(PrivateAddresses.contains(address), text);
        SourceRules rules = SourceRules.of(SourceRules.PUBLIC_HUB, Set.of());
        Dns names = host -> List.of(InetAddress.getByAddress(host, new byte[] {8, 8, 8, 8}), address);
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(rules, names, "https://models.example/x.gguf"));
        String literal = text.contains(":") ? "[" + text + "]" : text;
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(rules, Dns.SYSTEM, "https://" + literal + "/x.gguf"));
        assertThrows(UnknownHostException.class, () -> new SourceGuard(rules, names).addresses("models.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void publicAddressesAre(String text) throws Exception {
        assertFalse(PrivateAddresses.contains(InetAddress.getByName(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://127.1/x",
                "https://[::ffff:7f00:1]/x",
                "https://127.0.0.1.:443/x"
            })
    void otherSpellingsOfThisMachineAreNoSourcesEither(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed != null) {
            ProblemCode code = refused(SourceRules.of(SourceRules.PUBLIC_HUB, Set.of()), Dns.SYSTEM, url);
            assertTrue(code == ProblemCode.SOURCE_FORBIDDEN || code == ProblemCode.OFFLINE, code.wire());
        }
    }

    @Test
    void onlyWhatTheSettingsNameMayBePrivateOrPlain() throws Exception {
        InetAddress nas = InetAddress.getByName("192.168.1.5");
        Dns home = host -> host.equals("nas.lan") ? List.of(nas) : Dns.SYSTEM.lookup(host);
        SourceRules none = SourceRules.of("http://127.0.0.1:9000", Set.of());
        check(none, home, "http://127.0.0.1:9000/x");
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(none, home, "http://127.0.0.1:9001/x"));
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(none, home, "https://127.0.0.1:9000/x"));
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(none, home, "https://nas.lan/x"));
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(none, PUBLIC, "http://example.com/x"));
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(none, PUBLIC, "https://me:secret@example.com/x"));
        check(none, PUBLIC, "https://example.com/x");
        SourceRules named = SourceRules.of(SourceRules.PUBLIC_HUB, Set.of("NAS.lan:8080", "127.0.0.1"));
        check(named, home, "http://nas.lan:8080/x");
        check(named, home, "http://127.0.0.1:5/x");
        assertEquals(ProblemCode.SOURCE_FORBIDDEN, refused(named, home, "http://nas.lan/x"));
        assertEquals(
                ProblemCode.SOURCE_FORBIDDEN,
                refused(SourceRules.of(SourceRules.PUBLIC_HUB, Set.of("example.com")), PUBLIC, "http://example.com/x"));
        assertEquals(
                ProblemCode.SOURCE_FORBIDDEN,
                refused(SourceRules.of("http://hub.example", Set.of()), PUBLIC, "http://hub.example/x"));
    }

    @Test
    void aNameThatMeansThisMachineAMomentLaterReachesNothing() {
        AtomicInteger lookups = new AtomicInteger();
        try (FetchHome home = new FetchHome(
                folder,
                host -> {
                    boolean first = lookups.getAndIncrement() == 0;
                    return List.of(InetAddress.getByAddress(
                            host, first ? new byte[] {8, 8, 8, 8} : new byte[] {127, 0, 0, 1}));
                },
                FreeSpace.ofDisk())) {
            String port = home.hub.storage().replaceFirst(".*:", "");
            Problem problem = home.refused(home.wanted("https://rebind.example:" + port + "/x.gguf", null));
            assertEquals(ProblemCode.SOURCE_FORBIDDEN, problem.code());
            assertEquals(2, lookups.get());
            assertTrue(home.hub.requests().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/plain/a/b/c",
                "https://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "https://user:secret@example.com/",
                "gopher://127.0.0.1:6379/_x",
                "//localhost/x",
                "https://[::1]:7833/v1/info"
            })
    void redirectsAreCheckedLikeEverythingElse(String target) {
        try (FetchHome home = new FetchHome(folder);
                HubServer inside = HubServer.start()) {
            home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, 1000, 1);
            home.hub.faults().redirectTo(target.replace("PORT", inside.storage().replaceFirst(".*:", "")));
            FetchRequest request = home.wanted(home.wanted().source().url(), home.hub.token());
            assertEquals(ProblemCode.SOURCE_FORBIDDEN, home.refused(request).code());
            assertTrue(inside.requests().isEmpty());
            assertFalse(Files.exists(home.part()));
        }
    }

    @Test
    void theTokenGoesToTheHubOnly() {
        try (FetchHome home = new FetchHome(folder);
                HubServer other = HubServer.start()) {
            home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, 30_000_000, 1).gated();
            String url = home.wanted().source().url();
            assertEquals(ProblemCode.MODEL_GATED, home.refused(home.wanted()).code());
            assertEquals(
                    ProblemCode.MODEL_GATED,
                    home.refused(home.wanted(url, home.hub.otherToken())).code());
            assertEquals(
                    ProblemCode.HUB_UNAUTHORIZED,
                    home.refused(home.wanted(url, "hf_wrong")).code());
            home.hub.forget();
            Fetched fetched = home.fetcher.fetch(home.wanted(url, home.hub.token()), new FetchControl());
            assertEquals(30_000_000, fetched.sizeBytes());
            home.hub
                    .requests()
                    .forEach(r ->
                            assertEquals(r.server().equals("hub") ? home.hub.token() : null, r.token(), r::toString));
            home.hub.forget();
            home.fetcher.fetch(
                    home.wanted(home.hub.plainUrl(FetchHome.REPO, FetchHome.FILE), home.hub.token()),
                    new FetchControl());
            assertTrue(home.hub.requests().stream().allMatch(r -> r.token() == null));
            assertTrue(other.requests().isEmpty());
            assertFalse(home.wanted(url, home.hub.token()).toString().contains(home.hub.token()));
        }
    }

    @Test
    void copiesWithinTheFleetGoThereAndNowhereElse() {
        try (FetchHome home = new FetchHome(folder)) {
            home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, 20_000_000, 1);
            String url = home.hub.plainUrl(FetchHome.REPO, FetchHome.FILE);
            FetchRequest outside = home.withHash(home.wanted(url, null));
            FetchRequest inside = new FetchRequest(
                    outside.what(),
                    new FetchSource.Fleet(url, () -> Credential.admin("fleet-key")),
                    outside.part(),
                    outside.sizeBytes(),
                    outside.sha256(),
                    outside.target());
            assertEquals(
                    20_000_000, home.fetcher.fetch(inside, new FetchControl()).sizeBytes());
            assertTrue(home.hub.requests().stream().allMatch(r -> "fleet-key".equals(r.token())));
            home.hub.forget();
            FetchRequest redirected = new FetchRequest(
                    outside.what(),
                    new FetchSource.Fleet(home.wanted().source().url(), () -> Credential.admin("fleet-key")),
                    outside.part(),
                    null,
                    null,
                    outside.target());
            assertEquals(ProblemCode.SOURCE_FAILED, home.refused(redirected).code());
            assertEquals(1, home.hub.requests().size());
            assertFalse(inside.toString().contains("fleet-key"));
        }
    }

    @Test
    void whatIsNotThereIsToldApart() {
        try (FetchHome home = new FetchHome(
                folder, host -> host.equals("127.0.0.1") ? Dns.SYSTEM.lookup(host) : away(host), FreeSpace.ofDisk())) {
            home.hub.repo(FetchHome.REPO).random(FetchHome.FILE, 1000, 1);
            String base = home.hub.url() + "/";
            Problem file = home.refused(home.wanted(base + FetchHome.REPO + "/resolve/main/no.gguf", null));
            assertEquals(ProblemCode.SOURCE_NOT_FOUND, file.code());
            assertTrue(file.message().contains("file"), file.message());
            Problem repo = home.refused(home.wanted(base + "no/thing/resolve/main/x.gguf", null));
            assertEquals(ProblemCode.SOURCE_NOT_FOUND, repo.code());
            assertTrue(repo.message().contains("repository"), repo.message());
            assertEquals(
                    ProblemCode.OFFLINE,
                    home.refused(home.wanted("https://nowhere.example/x.gguf", null))
                            .code());
        }
    }

    private static List<InetAddress> away(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    @Test
    void theProxyIsTheEnvironments() {
        Proxies proxies = new Proxies(Map.of(
                "HTTPS_PROXY", "http://me:pw@proxy.lan:3128", "NO_PROXY", "localhost, .corp.example,10.0.0.5:8443"));
        assertEquals("proxy.lan:3128", where(proxies, "https://huggingface.co/x"));
        assertEquals("", where(proxies, "https://hub.corp.example/x"));
        assertEquals("", where(proxies, "https://10.0.0.5:8443/x"));
        assertEquals("proxy.lan:3128", where(proxies, "https://10.0.0.5/x"));
        assertEquals("", where(proxies, "http://127.0.0.1:9/x"));
        assertTrue(proxies.isProxy("proxy.lan"));
        assertEquals("", where(new Proxies(Map.of()), "https://huggingface.co/x"));
        assertThrows(ProblemException.class, () -> new Proxies(Map.of("https_proxy", "ftp://x")));
    }

    private static String where(Proxies proxies, String url) {
        Proxy proxy = proxies.of(HttpUrl.get(url));
        return proxy.equals(Proxy.NO_PROXY)
                ? ""
                : String.valueOf(proxy.address()).replaceFirst("/<unresolved>", "");
    }
}
