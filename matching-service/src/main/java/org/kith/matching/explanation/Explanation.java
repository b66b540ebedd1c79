package org.kith.matching.explanation;

import java.util.List;

/**
 * What is said about one result.
 *
 * @param unmet wishes that it does not meet, and what lowered it
 * @param check what to find out before going
 * @param advice the sentences for {@code unmet} and {@code check}, in their order
 */
public record Explanation(List<Reason> reasons, List<String> unmet, List<String> check, List<String> advice) {}
