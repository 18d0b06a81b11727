package io.payscope.infra;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** What {@code cdk synth} and {@code cdk deploy} run, from within this module's folder. */
public final class PayscopeApp {

    private PayscopeApp() {}

    /** @param args none */
    public static void main(String[] args) {
        App app = new App();
        PayscopeStacks.of(app, Path.of("..").toAbsolutePath().normalize());
        app.synth();
    }
}
