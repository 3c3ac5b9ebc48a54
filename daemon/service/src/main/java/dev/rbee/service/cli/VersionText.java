package dev.rbee.service.cli;

import dev.rbee.contract.info.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class VersionText implements IVersionProvider {
    /** Made by picocli. */
    public VersionText() {}

    /** {@code rbee 0.1.0}. */
    public static String text() {
        return "rbee " + Version.CURRENT;
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
