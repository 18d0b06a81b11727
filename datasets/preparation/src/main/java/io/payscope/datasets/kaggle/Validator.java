package io.payscope.datasets.kaggle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tells one content of a remote file from another; empty texts and -1 stand for what the server did not say.
 *
 * @param etag strong entity tag with its quotes
 * @param generation of Google's storage
 * @param lastModified as an HTTP date
 * @param total bytes of the whole file
 * @param md5 of the whole file, Base64
 * @param crc32c of the whole file, Base64
 */
public record Validator(String etag, String generation, String lastModified, long total, String md5, String crc32c) {

    /** Knows nothing. */
    static final Validator NONE = new Validator("", "", "", -1, "", "");

    /**
     * Reads the headers of an answer.
     *
     * @param total bytes of the whole file, or -1
     */
    static Validator of(Answer answer, long total) {
        String etag = answer.header("ETag").filter(tag -> tag.startsWith("\"")).orElse("");
        return new Validator(
                etag,
                answer.header("x-goog-generation").orElse(""),
                answer.header("Last-Modified").orElse(""),
                total,
                hash(answer, "md5"),
                hash(answer, "crc32c"));
    }

    /** {@code x-goog-hash: crc32c=...,md5=...}, in one header or several, with spaces or without. */
    private static String hash(Answer answer, String kind) {
        return answer.headers().allValues("x-goog-hash").stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(part -> part.startsWith(kind + "="))
                .map(part -> part.substring(kind.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** What goes into If-Range, or empty if a part of the file cannot be asked for safely. */
    String ifRange() {
        return etag.isEmpty() ? lastModified : etag;
    }

    /** Whether both can be of one content: nothing that both state differs. */
    boolean agreesWith(Validator other) {
        return agree(etag, other.etag)
                && agree(generation, other.generation)
                && agree(lastModified, other.lastModified)
                && agree(md5, other.md5)
                && (total < 0 || other.total < 0 || total == other.total);
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** When the file was last changed. */
    Optional<Instant> modified() {
        try {
            return Optional.of(ZonedDateTime.parse(lastModified, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException absentOrUnreadable) {
            return Optional.empty();
        }
    }
}
