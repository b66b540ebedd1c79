package org.kith.directory.tagging;

import java.util.Set;
import java.util.TreeMap;

/** Right, wrong and missed codes of one list, for each code and together. */
final class Measure {
    private final TreeMap<String, int[]> byCode = new TreeMap<>();

    void count(Set<String> expected, Set<String> inferred) {
        inferred.forEach(code -> byCode.computeIfAbsent(code, c -> new int[3])[expected.contains(code) ? 0 : 1]++);
        expected.stream()
                .filter(code -> !inferred.contains(code))
                .forEach(code -> byCode.computeIfAbsent(code, c -> new int[3])[2]++);
    }

    int right() {
        return sum(0);
    }

    int wrong() {
        return sum(1);
    }

    int missed() {
        return sum(2);
    }

    /** 1 where nothing was inferred: silence is never wrong. */
    double precision() {
        return ratio(right(), wrong());
    }

    double recall() {
        return ratio(right(), missed());
    }

    private int sum(int which) {
        return byCode.values().stream().mapToInt(counts -> counts[which]).sum();
    }

    private static double ratio(int right, int other) {
        return right + other == 0 ? 1 : (double) right / (right + other);
    }

    TreeMap<String, int[]> byCode() {
        return byCode;
    }
}
