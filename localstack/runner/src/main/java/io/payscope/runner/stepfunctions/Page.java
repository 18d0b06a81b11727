package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.RequestRefused;
import io.payscope.runner.asl.RequestRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. The token names the last item given, so that items added at the front meanwhile shift nothing.
 *
 * @param maxResults items at most
 * @param nextToken where to go on, or empty to begin
 */
record Page(int maxResults, Optional<String> nextToken) {

    private static final int DEFAULT = 100;
    private static final int MOST = 1_000;

    static Page of(Request request) {
        return new Page(request.maxResults(DEFAULT, MOST), request.text("nextToken"));
    }

    /** @return the answer: a member with the items of this page, and the next token if there are more */
    <T> Map<String, @Nullable Object> cut(
            String member, List<T> all, Function<T, String> key, Function<T, Map<String, @Nullable Object>> render) {
        int from = nextToken.map(token -> after(all, key, token)).orElse(0);
        int to = Math.min(all.size(), from + maxResults);
        List<Object> items = new ArrayList<>(to - from);
        all.subList(from, to).forEach(item -> items.add(render.apply(item)));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(member, items);
        if (to < all.size()) {
            answer.put("nextToken", encode(key.apply(all.get(to - 1))));
        }
        return answer;
    }

    private static <T> int after(List<T> all, Function<T, String> key, String token) {
        for (int i = 0; i < all.size(); i++) {
            if (encode(key.apply(all.get(i))).equals(token)) {
                return i + 1;
            }
        }
        throw new RequestRefused(Reason.INVALID_TOKEN, "Invalid Token: '" + token + "'");
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
