package org.kith.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The codes that somebody may have meant. */
final class Nearest {
    private static final int AT_MOST = 3;

    private Nearest() {}

    static List<String> to(String written, Collection<String> codes) {
        String wanted = written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        if (wanted.isEmpty()) {
            return List.of();
        }
        return codes.stream()
                .filter(code -> distance(wanted, code) <= Math.max(wanted.length(), code.length()) / 2)
                .sorted(Comparator.comparingInt((String code) -> distance(wanted, code))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList();
    }

    /** Edits from one to the other; a code that holds the whole word, as support_group holds group, is one edit away. */
    private static int distance(String wanted, String code) {
        if (wanted.equals(code)) {
            return 0;
        }
        if (("_" + code + "_").contains("_" + wanted + "_")) {
            return 1;
        }
        int[][] edits = new int[wanted.length() + 1][code.length() + 1];
        for (int i = 0; i <= wanted.length(); i++) {
            for (int j = 0; j <= code.length(); j++) {
                edits[i][j] = i == 0 ? j : j == 0 ? i : best(edits, wanted, code, i, j);
            }
        }
        return edits[wanted.length()][code.length()];
    }

    private static int best(int[][] edits, String wanted, String code, int i, int j) {
        int change = wanted.charAt(i - 1) == code.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + change);
        boolean swapped = i > 1
                && j > 1
                && wanted.charAt(i - 1) == code.charAt(j - 2)
                && wanted.charAt(i - 2) == code.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
