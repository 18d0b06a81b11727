package io.payscope.runner.asl.query;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata, and those of JSONata that depend on time or chance. Source: AWS,
 * "Transforming data with JSONata in Step Functions".
 */
final class AddedFunctions {

    private static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    /** A longer range could not pass as a payload: every number takes two characters at least. */
    private static final int LONGEST_RANGE = Payload.LIMIT_BYTES / 2;

    private AddedFunctions() {}

    static void bind(Frame frame, Instant now, Random random) {
        bind(frame, "uuid", "<:s>", (input, args) -> uuid(random));
        bind(frame, "random", "<n?:n>", (input, args) -> random(args, random));
        bind(frame, "millis", "<:n>", (input, args) -> now.toEpochMilli());
        bind(
                frame,
                "now",
                "<s?s?:s>",
                (input, args) -> Functions.dateTimeFromMillis(now.toEpochMilli(), text(args, 0), text(args, 1)));
        bind(frame, "parse", "<s:x>", (input, args) -> Json.parse((String) args.getFirst()));
        bind(frame, "hash", "<ss:s>", (input, args) -> hash((String) args.get(0), (String) args.get(1)));
        bind(frame, "partition", "<an:a>", (input, args) -> partition((List<?>) args.get(0), number(args, 1)));
        bind(frame, "range", "<nnn:a>", (input, args) -> range(number(args, 0), number(args, 1), number(args, 2)));
    }

    private static void bind(Frame frame, String name, String signature, JFunctionCallable body) {
        frame.bind(name, new JFunction(body, signature));
    }

    private static String uuid(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private static double random(List<?> args, Random random) {
        return args.isEmpty() || args.getFirst() == null
                ? random.nextDouble()
                : new Random((long) number(args, 0)).nextDouble();
    }

    private static String hash(String data, String algorithm) {
        if (!HASHES.contains(algorithm)) {
            throw new IllegalArgumentException("$hash: expected one of " + HASHES + ", found '" + algorithm + "'");
        }
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(data.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("$hash: no " + algorithm + " here", e);
        }
    }

    private static List<Object> partition(List<?> items, double size) {
        if (size < 1 || size != Math.rint(size)) {
            throw new IllegalArgumentException("$partition: expected a whole size from 1, found " + size);
        }
        int step = (int) Math.min(size, Integer.MAX_VALUE);
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < items.size(); from += step) {
            chunks.add(new ArrayList<>(items.subList(from, Math.min(items.size(), from + step))));
        }
        return chunks;
    }

    private static List<Object> range(double first, double last, double step) {
        if (step == 0 || (last - first) / step > LONGEST_RANGE) {
            throw new IllegalArgumentException(
                    "$range: expected at most " + LONGEST_RANGE + " steps from " + first + " to " + last);
        }
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; step > 0 ? first + i * step <= last : first + i * step >= last; i++) {
            numbers.add(first + i * step);
        }
        return numbers;
    }

    private static double number(List<?> args, int index) {
        return ((Number) args.get(index)).doubleValue();
    }

    private static @Nullable String text(List<?> args, int index) {
        return args.size() > index ? (String) args.get(index) : null;
    }
}
