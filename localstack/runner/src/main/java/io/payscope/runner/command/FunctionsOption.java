package io.payscope.runner.command;

import io.payscope.runner.host.FunctionHost;
import io.payscope.runner.host.Functions;
import io.payscope.runner.host.Home;
import io.payscope.runner.isolated.IsolatedFunctions;
import io.payscope.runner.run.OutFolder;
import picocli.CommandLine.Option;

/** Where the functions run. */
final class FunctionsOption {

    /** Processes of up to 2 GB each: a small machine has room for few. */
    private static final int CALLS_AT_ONCE = 3;

    @Option(
            names = "--isolated",
            description = "run each function in a process of its own, from its zip, as Lambda does; builds the zips")
    private boolean isolated;

    @Option(names = "--native", description = "as --isolated, from native zips where they are built")
    private boolean nativeZips;

    /** Functions in this process, or from the zips of a checkout with their files and logs in a folder. */
    Functions.Maker maker(Home home, OutFolder folder) {
        if (!isolated && !nativeZips) {
            return FunctionHost::new;
        }
        return settings -> new IsolatedFunctions(
                home.root().resolve("functions"),
                folder.functions(),
                folder.logs(),
                settings,
                nativeZips,
                CALLS_AT_ONCE);
    }
}
