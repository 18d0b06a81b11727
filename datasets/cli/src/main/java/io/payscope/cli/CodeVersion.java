package io.payscope.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints. */
final class CodeVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"payscope 0.1.0, Java " + Runtime.version()};
    }
}
