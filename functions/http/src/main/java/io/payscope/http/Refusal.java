package io.payscope.http;

import java.util.Map;

/** A request that is answered with a problem; its detail is read by outsiders and names nothing of the inside. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /**
     * @param status HTTP status from 400
     * @param detail one sentence for the caller, may be empty
     */
    public Refusal(int status, String detail) {
        this(status, detail, Map.of());
    }

    /**
     * @param status HTTP status from 400
     * @param detail one sentence for the caller, may be empty
     * @param headers of the answer, such as {@code retry-after}
     */
    public Refusal(int status, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    /** @return HTTP status */
    public int status() {
        return status;
    }

    /** @return for the caller */
    public String detail() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
