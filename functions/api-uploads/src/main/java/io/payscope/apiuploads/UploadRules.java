package io.payscope.apiuploads;

import io.payscope.core.fault.DataFault;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be uploaded: one CSV file, plain or gzipped, of bounded size. Archives are for the operator's side.
 *
 * @param maxBytes longest file, compressed as it may be
 */
public record UploadRules(long maxBytes) {

    /** 2 GiB: more than any bank's whole raw file, and less than a single PUT may carry (5 GiB). */
    public static final UploadRules DEFAULT = new UploadRules(2L << 30);

    private static final Map<String, String> TYPES = Map.of("csv", "text/csv", "csv.gz", "application/gzip");
    private static final Pattern NAME =
            Pattern.compile("(.*?)\\.(csv|csv\\.gz)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]+");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_NAME = 64;

    /**
     * Checks a request.
     *
     * @return a name that is safe as the last segment of a key: letters, digits, dashes and underscores of ASCII, with
     *     the extension
     * @throws DataFault that names what was expected
     */
    String accept(UploadRequest request) {
        String name = request.fileName().strip();
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new DataFault("fileName: expected a name ending with .csv or .csv.gz");
        }
        String extension = parts.group(2).toLowerCase(Locale.ROOT);
        if (!request.contentType().equals(TYPES.get(extension))) {
            throw new DataFault("contentType: expected " + TYPES.get(extension) + " for a file ." + extension);
        }
        if (request.bytes() < 1 || request.bytes() > maxBytes) {
            throw new DataFault("bytes: expected 1 to " + maxBytes + ", found " + request.bytes());
        }
        checkHash(request.sha256());
        return safe(parts.group(1)) + "." + extension;
    }

    private static void checkHash(@Nullable String sha256) {
        if (sha256 != null && !SHA256.matcher(sha256).matches()) {
            throw new DataFault("sha256: expected 64 lower-case hex digits");
        }
    }

    private static String safe(String stem) {
        String plain = Normalizer.normalize(stem, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String safe = UNSAFE.matcher(plain).replaceAll("-").replaceAll("^-+|-+$", "");
        String bounded = safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
        return bounded.isEmpty() ? "file" : bounded;
    }
}
