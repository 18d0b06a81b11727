package io.payscope.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** Where the code of the functions is. */
final class FunctionPackages {

    /** A folder that stands for every package that is not built, so that a template can be made before packaging. */
    static final String PLACEHOLDER_CONTEXT = "placeholderPackage";

    private final Path repository;
    private final Object placeholder;

    private final boolean nativeImages;

    FunctionPackages(Construct scope, Path repository, boolean nativeImages) {
        this.repository = repository;
        this.nativeImages = nativeImages;
        Object given = scope.getNode().tryGetContext(PLACEHOLDER_CONTEXT);
        this.placeholder = given == null ? "" : given;
    }

    /**
     * The stage's zip or, where it is not built, the placeholder.
     *
     * @throws IllegalStateException if there is neither
     */
    Code of(Stage stage) {
        String name = stage.module() + (nativeImages ? "-native.zip" : ".zip");
        Path zip = repository.resolve("functions/" + stage.module() + "/target/" + name);
        if (Files.isRegularFile(zip)) {
            return Code.fromAsset(zip.toString());
        }
        if (placeholder instanceof String folder && !folder.isEmpty()) {
            return Code.fromAsset(folder);
        }
        throw new IllegalStateException("function package " + zip + " is not built; to make a template without it, give"
                + " -c " + PLACEHOLDER_CONTEXT + "=FOLDER");
    }
}
