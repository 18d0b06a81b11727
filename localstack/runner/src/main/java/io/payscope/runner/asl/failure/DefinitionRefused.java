package io.payscope.runner.asl.failure;

/** A definition says something that is wrong or that the engine does not implement; it is refused whole. */
public final class DefinitionRefused extends RuntimeException {

    private final String path;
    private final String field;
    private final String reason;

    /**
     * @param path where in the document, as a JSON pointer
     * @param field the field there
     * @param reason what was expected and found
     */
    public DefinitionRefused(String path, String field, String reason) {
        super("at '" + path + "', field '" + field + "': " + reason);
        this.path = path;
        this.field = field;
        this.reason = reason;
    }

    /** @return where in the document, as a JSON pointer */
    public String path() {
        return path;
    }

    /** @return the field there */
    public String field() {
        return field;
    }

    /** @return what was expected and found */
    public String reason() {
        return reason;
    }
}
