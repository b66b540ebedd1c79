package org.kith.matching.query;

import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Source;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TieRole;

/**
 * What the client's network lacks, as numbers; {@code network} computes it before the directory is looked at.
 *
 * @param emotional W of the type in millionths, and so on; the five sum to about one million
 * @param peer g of the source in millionths
 * @param virtualOveruse the client said so, or most of the good ties are on line
 * @param toxicRoles the roles of the ties that are toxic
 */
public record SupportProfile(
        long emotional,
        long informational,
        long practical,
        long companionship,
        long affirmation,
        long peer,
        long professional,
        long community,
        boolean virtualOveruse,
        CodeSet<TieRole> toxicRoles) {

    /** Nothing wanted in particular and no network given. */
    public static SupportProfile unstated() {
        return new SupportProfile(
                200_000,
                200_000,
                200_000,
                200_000,
                200_000,
                1_000_000,
                500_000,
                1_000_000,
                false,
                CodeSet.none(TieRole.class));
    }

    /** W in millionths. */
    public long weight(SupportType type) {
        return switch (type) {
            case EMOTIONAL -> emotional;
            case INFORMATIONAL -> informational;
            case PRACTICAL -> practical;
            case COMPANIONSHIP -> companionship;
            case AFFIRMATION -> affirmation;
        };
    }

    /** g in millionths. */
    public long gap(Source source) {
        return switch (source) {
            case PEER -> peer;
            case PROFESSIONAL -> professional;
            case COMMUNITY -> community;
        };
    }
}
