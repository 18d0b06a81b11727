package io.payscope.apiquestions;

import java.util.List;

/**
 * Everything that an answer may be made of.
 *
 * @param question as asked
 * @param intent what it wants
 * @param figures computed, none by a model of language
 * @param documents nearest first
 */
record Evidence(String question, Intent intent, List<Figure> figures, List<Cited> documents) {}
