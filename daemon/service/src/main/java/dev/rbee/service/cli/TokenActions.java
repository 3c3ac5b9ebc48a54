package dev.rbee.service.cli;

import dev.rbee.client.Remote;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommands of {@code rbee token}: tokens that the queen gives to users. */
final class TokenActions {
    private static final String PATH = "/v1/tokens";

    private TokenActions() {}

    /** {@code rbee token new}. */
    @Command(name = "new", sortOptions = false, description = "Make a token for a user or a program; shown this once.")
    static final class New implements Callable<Integer> {
        private static final int RACES = 10;

        private final Root root;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "Whose it is (token-1, or the next number that is free).")
        @Nullable
        String name;

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                description = "inference (default) or admin.",
                converter = ScopeConverter.class)
        TokenScope scope = TokenScope.INFERENCE;

        New(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                CreatedToken token = name == null ? unnamed(link.remote()) : named(link.remote(), name);
                root.output().result(token, token::token);
                if (name == null && !root.output().json()) {
                    root.output().note("its name is \"" + token.name() + "\"; --name chooses another");
                }
                return ExitCodes.OK;
            }
        }

        private CreatedToken named(Remote queen, String chosen) {
            return queen.post(PATH, new NewToken(chosen, scope), CreatedToken.class);
        }

        /** The first name that is free; the next one where somebody takes it meanwhile. */
        private CreatedToken unnamed(Remote queen) {
            Set<String> taken = queen.list(PATH, TokenInfo.class).stream()
                    .map(TokenInfo::name)
                    .collect(Collectors.toSet());
            int races = 0;
            for (int n = 1; ; n++) {
                String free = "token-" + n;
                if (taken.contains(free)) {
                    continue;
                }
                try {
                    return named(queen, free);
                } catch (ProblemException e) {
                    if (e.problem().code() != ProblemCode.ALREADY_EXISTS || ++races == RACES) {
                        throw e;
                    }
                }
            }
        }
    }

    /** {@code rbee token list}. */
    @Command(name = "list", description = "The tokens in force.")
    static final class ListTokens implements Callable<Integer> {
        private final Root root;

        ListTokens(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<TokenInfo> tokens = link.remote().list(PATH, TokenInfo.class);
                root.output()
                        .result(
                                tokens,
                                () -> Tables.tokens(tokens, root.surroundings().clock()));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee token revoke}. */
    @Command(name = "revoke", description = "Make a token worthless at once.")
    static final class Revoke implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "ID", description = "The token's id, from `rbee token list`.")
        String id = "";

        Revoke(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                link.remote().delete(PATH + "/" + Remote.segment(id));
                root.output().result(Map.of("id", id, "revoked", true), () -> "Token " + id + " revoked.");
                return ExitCodes.OK;
            }
        }
    }

    /** Reads a scope as it stands on the wire. */
    static final class ScopeConverter implements picocli.CommandLine.ITypeConverter<TokenScope> {
        @Override
        public TokenScope convert(String value) {
            try {
                return TokenScope.parse(value);
            } catch (IllegalArgumentException e) {
                throw new picocli.CommandLine.TypeConversionException("'" + value + "' is no scope (inference, admin)");
            }
        }
    }
}
