package dev.rbee.service.queen.access;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.http.Caller;
import dev.rbee.service.queen.store.StoredToken;
import dev.rbee.service.queen.store.TokenTable;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Users' tokens. Looked up in memory by their hash; the table keeps the hash only, so whoever reads it can't use it.
 * Thread-safe; {@link #create} and {@link #revoke} block on the disk.
 */
public final class UserTokens {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}");
    private static final int MOST = 1000;

    private final TokenTable table;
    private final SecureRandom random;
    private final Supplier<String> ids;
    private final InstantSource clock;
    private final Map<String, TokenInfo> byHash = new ConcurrentHashMap<>();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final Map<String, Instant> unsaved = new ConcurrentHashMap<>();

    /** Reads the table. */
    public UserTokens(TokenTable table, SecureRandom random, Supplier<String> ids, InstantSource clock) {
        this.table = table;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
        table.all().forEach(each -> byHash.put(each.sha256(), each.info()));
    }

    /** Makes one; the answer is the only place where it is shown. Throws {@link ProblemException}. */
    public CreatedToken create(NewToken wanted) {
        String name = name(wanted.name());
        if (byHash.size() >= MOST) {
            throw ProblemException.of(
                    ProblemCode.RATE_LIMITED, "There are " + MOST + " tokens already.", "Revoke some.");
        }
        String token = Keys.newToken(random);
        TokenScope scope = wanted.scope() == null ? TokenScope.INFERENCE : wanted.scope();
        TokenInfo info = new TokenInfo("tok_" + ids.get(), name, scope, clock.instant(), null);
        String hash = Keys.fingerprint(token);
        table.add(new StoredToken(info, hash));
        byHash.put(hash, info);
        return new CreatedToken(info.id(), name, scope, info.createdAt(), token);
    }

    /** Oldest first. */
    public List<TokenInfo> list() {
        return table.all().stream().map(StoredToken::info).map(this::dated).toList();
    }

    /** Ends one at once. Throws {@code token_not_found}. */
    public TokenInfo revoke(String id) {
        TokenInfo info = byHash.values().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.TOKEN_NOT_FOUND,
                        "There is no token \"" + id + "\".",
                        "rbee token list names them."));
        byHash.values().removeIf(each -> each.id().equals(id));
        table.remove(id);
        return info;
    }

    /** Who presents it. Never blocks. */
    public Optional<Caller> find(String presented) {
        TokenInfo info = byHash.get(Keys.fingerprint(presented));
        if (info == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        used.put(info.id(), now);
        unsaved.put(info.id(), now);
        return Optional.of(Caller.user(info.id(), info.scope() == TokenScope.ADMIN));
    }

    /** Writes down when tokens were last used; to be called every minute. */
    public void save() {
        if (!unsaved.isEmpty()) {
            Map<String, Instant> now = Map.copyOf(unsaved);
            now.forEach(unsaved::remove);
            if (!table.used(now)) {
                now.forEach(unsaved::putIfAbsent);
            }
        }
    }

    private TokenInfo dated(TokenInfo info) {
        Instant at = used.get(info.id());
        return at == null ? info : new TokenInfo(info.id(), info.name(), info.scope(), info.createdAt(), at);
    }

    private static String name(@Nullable String name) {
        if (name == null) {
            throw new ProblemException(Problem.missing("name"));
        }
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(Problem.field(
                    "name",
                    "A token's name has 1 to 64 letters, digits, spaces and . _ @ -.",
                    "Name the program or the person that will use it."));
        }
        return name;
    }
}
