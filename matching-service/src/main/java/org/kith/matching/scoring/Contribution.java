package org.kith.matching.scoring;

/**
 * What one term or one adjustment gave or took, in millionths; the contributions of a listing sum exactly to its score.
 *
 * @param code the code of a {@link Term}, or of an adjustment after the sum such as {@code PREFER_NOT:religious_content}
 * @param micros negative for an adjustment that lowers
 */
public record Contribution(String code, long micros) {}
