package io.payscope.vectors;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns text into the token numbers of the uncased BERT vocabulary, by the longest piece first (Schuster and Nakajima
 * 2012, as used by Devlin and others 2018). Names of special tokens within a text are plain text here, so that outside
 * input cannot end a sequence. Immutable.
 */
final class WordPiece {

    /** Position embeddings of the models end here. */
    private static final int MAX_TOKENS = 512;

    private static final int MAX_WORD_LENGTH = 100;
    private static final String CONTINUATION = "##";

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = number("[UNK]");
        this.start = number("[CLS]");
        this.end = number("[SEP]");
    }

    /**
     * Reads the vocabulary.
     *
     * @param resource a tokenizer description on the class path, with the pieces and their numbers under {@code vocab}
     */
    static WordPiece load(String resource) {
        Map<String, Integer> vocabulary = new HashMap<>(1 << 16);
        try (InputStream in = ModelResource.open(resource);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            JsonToken token = json.nextToken();
            while (token != null && !"vocab".equals(json.currentName())) {
                token = json.nextToken();
            }
            while (token != null && json.nextToken() != JsonToken.END_OBJECT) {
                if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    vocabulary.put(json.currentName(), json.getIntValue());
                }
            }
        } catch (IOException | JacksonException e) {
            throw new ConfigFault("cannot read the vocabulary in " + resource, e);
        }
        return new WordPiece(vocabulary);
    }

    /** @return the numbers of the text's tokens between a start and an end token, at most 512; longer text is cut */
    long[] encode(String text) {
        long[] tokens = new long[MAX_TOKENS];
        int count = 0;
        tokens[count++] = start;
        for (String word : BertText.words(text)) {
            count = append(word, tokens, count);
        }
        tokens[count++] = end;
        return Arrays.copyOf(tokens, count);
    }

    /** Writes a word's pieces from {@code count} on, leaving room for the end token, and returns where they end. */
    private int append(String word, long[] tokens, int count) {
        int first = count;
        int from = 0;
        int room = MAX_TOKENS - 1;
        if (word.codePointCount(0, word.length()) > MAX_WORD_LENGTH) {
            return appendOne(unknown, tokens, count);
        }
        int next = count;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = null;
            while (to > from && piece == null) {
                String candidate = word.substring(from, to);
                piece = vocabulary.get(from == 0 ? candidate : CONTINUATION + candidate);
                to = piece == null ? word.offsetByCodePoints(to, -1) : to;
            }
            if (piece == null) {
                return appendOne(unknown, tokens, first);
            }
            if (next < room) {
                tokens[next++] = piece;
            }
            from = to;
        }
        return next;
    }

    private static int appendOne(int token, long[] tokens, int count) {
        if (count == MAX_TOKENS - 1) {
            return count;
        }
        tokens[count] = token;
        return count + 1;
    }

    private int number(String specialToken) {
        Integer number = vocabulary.get(specialToken);
        if (number == null) {
            throw new ConfigFault("the vocabulary has no token " + specialToken);
        }
        return number;
    }
}
