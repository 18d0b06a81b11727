package io.payscope.datasets.kaggle;

import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way here. It goes on where it broke off as long as the remote file is the same, and begins anew where
 * it is not. For one use by one thread.
 */
final class Download {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
    private static final Pattern UNSATISFIED = Pattern.compile("bytes \\*/(\\d+)");

    private final KaggleApi api;
    private final KaggleHttp http;
    private final Refusal refusal;
    private final KaggleRequest request;
    private final PartialFile partial;
    private final DownloadProgress progress;
    private @Nullable URI link;

    Download(
            KaggleApi api,
            KaggleHttp http,
            Refusal refusal,
            KaggleRequest request,
            PartialFile partial,
            DownloadProgress progress) {
        this.api = api;
        this.http = http;
        this.refusal = refusal;
        this.request = request;
        this.partial = partial;
        this.progress = progress;
    }

    /**
     * Fetches the whole file and checks it.
     *
     * @return what the server says about it
     * @throws TransientFault if it cannot be had now; what is here stays for another try, unless its hash is wrong
     */
    Validator run(Retries retries) {
        retries.run(request.what(), partial::size, this::attempt);
        try {
            FileHashes.check(request.what(), partial.path(), partial.validator());
        } catch (TransientFault spoilt) {
            partial.delete();
            throw spoilt;
        }
        return partial.validator();
    }

    /** @return true: the file is whole */
    private boolean attempt() throws IOException {
        boolean resuming = partial.size() > 0 && !partial.validator().ifRange().isEmpty();
        if (!resuming) {
            partial.restart(Validator.NONE);
        }
        Map<String, String> range = resuming
                ? Map.of(
                        "Range",
                        "bytes=" + partial.size() + "-",
                        "If-Range",
                        partial.validator().ifRange())
                : Map.of();
        try (Answer answer = link == null ? api.file(request, range) : http.get(link, range)) {
            link = answer.fromApi() ? null : answer.uri();
            return switch (answer.status()) {
                case OK -> whole(answer);
                case PARTIAL -> rest(answer);
                case RANGE_NOT_SATISFIABLE -> beyond(answer);
                default -> throw failed(answer);
            };
        }
    }

    /** Also the answer to a range that the server ignores, or whose file has changed. */
    private boolean whole(Answer answer) throws IOException {
        if (answer.isPage()) {
            throw new TransientFault(request.what() + ": expected a file, found "
                    + KaggleError.of(answer.message()).message());
        }
        partial.restart(Validator.of(answer, answer.number("Content-Length").orElse(-1)));
        return copy(answer.body());
    }

    private boolean rest(Answer answer) throws IOException {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
        boolean follows = range.matches() && Long.parseLong(range.group(1)) == partial.size();
        if (follows) {
            long total = range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
            if (partial.validator().agreesWith(Validator.of(answer, total))) {
                return copy(answer.body());
            }
        }
        partial.restart(Validator.NONE);
        throw Retry.atOnce("the file has changed since its beginning was downloaded");
    }

    private boolean beyond(Answer answer) throws IOException {
        Matcher total = UNSATISFIED.matcher(answer.header("Content-Range").orElse(""));
        if (total.matches() && Long.parseLong(total.group(1)) == partial.size() && partial.size() > 0) {
            return true;
        }
        partial.restart(Validator.NONE);
        throw Retry.atOnce("the file is shorter than its beginning that was downloaded");
    }

    private boolean copy(InputStream body) throws IOException {
        long total = partial.validator().total();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            partial.append(buffer, read);
            progress.bytes(request.what(), partial.size(), total);
        }
        if (total >= 0 && partial.size() > total) {
            partial.restart(Validator.NONE);
            throw Retry.atOnce("more bytes came than the " + total + " that were announced");
        }
        if (partial.size() < total) {
            throw new IOException("expected " + total + " bytes, found " + partial.size());
        }
        return true;
    }

    /** A signed link expires; the storage then refuses it as it refuses a wrong one, so a new one is asked for. */
    private IOException failed(Answer answer) throws IOException {
        KaggleError error = KaggleError.of(answer.message());
        if (Refusal.passes(answer.status())) {
            return refusal.later(answer, answer.status(), error);
        }
        link = null;
        return Retry.atOnce(
                KaggleEndpoint.shown(answer.uri()) + ": status " + answer.status() + ", " + error.message());
    }
}
