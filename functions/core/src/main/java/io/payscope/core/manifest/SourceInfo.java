package io.payscope.core.manifest;

/**
 * A raw source.
 *
 * @param name such as {@code ealaxi/paysim1}
 * @param version such as {@code 2} or {@code simulated}
 * @param licence the licence notice that travels with everything made from it
 */
public record SourceInfo(String name, String version, String licence) {}
