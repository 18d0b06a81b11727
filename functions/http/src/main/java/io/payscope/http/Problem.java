package io.payscope.http;

/**
 * Problem details (RFC 9457). Nothing in it tells an outsider of the inside.
 *
 * @param type always {@code about:blank}: the status says it all
 * @param title the status in words
 * @param status HTTP status
 * @param detail one sentence, may be empty
 * @param instance which request it was, as a URN with the request's id
 */
record Problem(String type, String title, int status, String detail, String instance) {

    static Problem of(int status, String detail, String requestId) {
        return new Problem("about:blank", title(status), status, detail, "urn:payscope:request:" + requestId);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Client Error" : "Internal Server Error";
        };
    }
}
