package io.payscope.datasets.kaggle;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer says about a failure. Kaggle writes {@code {"code","message"}}, {@code {"error":{"code","message"}}},
 * {@code {"code":"404","error","message"}}, XML from its storage, pages, also under a JSON content type, and nothing.
 *
 * @param structured whether it was JSON with a code or a message: a real answer about the thing asked for
 * @param code the code in the body, or 0
 * @param message what it says, one line
 */
record KaggleError(boolean structured, int code, String message) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_CODE = Pattern.compile("<Code>(.*?)</Code>", Pattern.DOTALL);
    private static final int MAX_MESSAGE = 300;

    static KaggleError of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return new KaggleError(false, 0, "an empty answer");
        }
        if (text.startsWith("<")) {
            return new KaggleError(false, 0, page(text));
        }
        try {
            return json(JSON.readTree(text), text);
        } catch (JacksonException notJson) {
            return new KaggleError(false, 0, line(text));
        }
    }

    private static KaggleError json(JsonNode root, String text) {
        JsonNode error = root.path("error").isObject() ? root.path("error") : root;
        String message = error.path("message").asString("");
        String said = message.isEmpty() ? error.path("error").asString("") : message;
        int code = error.path("code").asInt(0);
        return new KaggleError(code != 0 || !said.isEmpty(), code, line(said.isEmpty() ? text : said));
    }

    private static String page(String text) {
        Matcher code = XML_CODE.matcher(text);
        if (code.find()) {
            return line(code.group(1));
        }
        Matcher title = TITLE.matcher(text);
        return title.find() ? "an HTML page '" + line(title.group(1)) + "'" : "an HTML page";
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "..." : line;
    }
}
