package io.payscope.stores.pinecone;

/** A control-plane request that is answered with an error, in Pinecone's words. */
final class RestRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private RestRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RestRefusal invalid(String message) {
        return new RestRefusal(400, "INVALID_ARGUMENT", message);
    }

    static RestRefusal unauthenticated() {
        return new RestRefusal(401, "UNAUTHENTICATED", "Invalid API Key");
    }

    static RestRefusal protectedIndex(String name) {
        return new RestRefusal(
                403, "FORBIDDEN", "Deletion protection is enabled for index " + name + ". Disable it before deleting.");
    }

    static RestRefusal notFound(String what) {
        return new RestRefusal(404, "NOT_FOUND", "Resource " + what + " not found");
    }

    static RestRefusal exists(String name) {
        return new RestRefusal(409, "ALREADY_EXISTS", "Resource " + name + " already exists");
    }

    static RestRefusal notOffered(String what) {
        return new RestRefusal(501, "UNIMPLEMENTED", what + " is not offered by the local vector store");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
