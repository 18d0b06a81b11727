package io.payscope.apiadmin;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.DataSource;
import io.payscope.http.Refusal;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline's input; what is left out has the pipeline's own default.
 *
 * @param banks from 1 to 5
 * @param source where raw files come from
 * @param rawPrefix prefix of raw files, ending with a slash
 * @param rowsPerBank rows to keep instead of the catalog's bounds, from 1
 * @param skipDownload true to take raw files as they lie
 * @param skipUpload true to load nothing
 * @param skipTraining true to train nothing
 * @param seed of simulation and sampling
 */
public record RunInput(
        @Nullable List<BankId> banks,
        @Nullable DataSource source,
        @Nullable String rawPrefix,
        @Nullable Long rowsPerBank,
        @Nullable Boolean skipDownload,
        @Nullable Boolean skipUpload,
        @Nullable Boolean skipTraining,
        @Nullable Long seed) {

    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-]{1,40}/){1,5}");

    /**
     * The input as the state machine takes it: equal wishes are equal texts.
     *
     * @throws Refusal 422 naming the first field that is out of bounds
     */
    String json() {
        List<BankId> wanted = banks;
        if (wanted != null
                && (wanted.isEmpty()
                        || wanted.stream().distinct().count() != wanted.size()
                        || !ValidationRoute.BANKS.containsAll(wanted))) {
            throw new Refusal(422, "banks: expected some of 1 to 5, each once");
        }
        String prefix = rawPrefix;
        if (prefix != null && !PREFIX.matcher(prefix).matches()) {
            throw new Refusal(
                    422, "rawPrefix: expected up to five names of letters, digits, - and _, each with a slash");
        }
        Long rows = rowsPerBank;
        if (rows != null && rows < 1) {
            throw new Refusal(422, "rowsPerBank: expected a number from 1");
        }
        Map<String, Object> input = new TreeMap<>();
        put(input, "banks", wanted);
        put(input, "source", source);
        put(input, "rawPrefix", prefix);
        put(input, "rowsPerBank", rows);
        put(input, "skipDownload", skipDownload);
        put(input, "skipUpload", skipUpload);
        put(input, "skipTraining", skipTraining);
        put(input, "seed", seed);
        return new String(JsonCodec.encode(input), StandardCharsets.UTF_8);
    }

    private static void put(Map<String, Object> input, String name, @Nullable Object value) {
        if (value != null) {
            input.put(name, value);
        }
    }
}
