package org.kith.directory.tagging;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What speaks for one code in one listing. */
final class Tally {
    private static final double AGAIN = 0.4;
    private static final double TERM = 10;
    private static final int FIELDS = WordField.values().length;

    private double points;
    private double best;
    private @Nullable String rule;
    private Reading.@Nullable Hit hit;
    private Wording.@Nullable Term term;
    /** Which rule has counted in which field, and how often. */
    private int[] counted = new int[4];

    private int places;

    /** The same rule a second time in the same field adds a little, in another field its points. */
    void add(Rule by, int number, WordField field, Reading.Hit at) {
        double given = by.points()[field.ordinal()];
        int times = count(number * FIELDS + field.ordinal());
        if (times == 1) {
            points += given;
        } else if (times == 2) {
            points += given * AGAIN;
        }
        if (given > best) {
            best = given;
            rule = by.id();
            hit = at;
            term = null;
        }
    }

    void add(Crosswalk.Meaning meaning, Wording.Term of) {
        points += TERM;
        if (rule == null) {
            best = TERM;
            rule = meaning.rule();
            term = of;
        }
    }

    private int count(int place) {
        for (int i = 0; i < places; i++) {
            if (counted[i] >>> 4 == place) {
                counted[i] += (counted[i] & 15) < 15 ? 1 : 0;
                return counted[i] & 15;
            }
        }
        if (places == counted.length) {
            counted = Arrays.copyOf(counted, places * 2);
        }
        counted[places++] = place << 4 | 1;
        return 1;
    }

    double points() {
        return points;
    }

    @Nullable
    String rule() {
        return rule;
    }

    Inference inference(String taxonomy, String code, Reading reading) {
        Reading.Hit at = hit;
        if (at != null) {
            return new Inference(
                    taxonomy,
                    code,
                    String.valueOf(rule),
                    reading.field(at),
                    reading.text(at),
                    reading.from(at),
                    reading.to(at));
        }
        String name = term == null ? "" : String.valueOf(term.name() == null ? term.code() : term.name());
        return new Inference(taxonomy, code, String.valueOf(rule), WordField.TERM, name, 0, name.length());
    }
}
