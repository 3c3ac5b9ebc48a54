package dev.rbee.service.cli;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code rbee token}: alone, the administrator's token of this machine and nothing else. */
@Command(name = "token", description = "Print the local administrator's token.")
final class TokenCommand implements Callable<Integer> {
    private final Root root;

    TokenCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        String token = root.surroundings().home().token(new SecureRandom());
        root.output().result(Map.of("token", token), () -> token);
        return ExitCodes.OK;
    }
}
