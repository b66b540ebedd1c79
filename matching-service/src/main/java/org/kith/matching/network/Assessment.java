package org.kith.matching.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Source;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TieQuality;
import org.kith.matching.code.TieRole;
import org.kith.matching.query.SupportProfile;
import org.kith.matching.query.Tie;

/** One look at a client's network, before the directory is searched. */
public final class Assessment {
    private static final double ENOUGH = 0.5;
    private static final double WANT_SHARE = 0.6;
    private static final double LACK_SHARE = 0.4;
    private static final double MOSTLY = 0.6;
    private static final long ONE = 1_000_000;

    private final @Nullable List<Tie> ties;
    private final Map<SupportType, Integer> wanted;
    private final boolean saysTooVirtual;
    private final Map<SupportType, Double> have = new EnumMap<>(SupportType.class);

    private Assessment(@Nullable List<Tie> ties, Map<SupportType, Integer> wanted, boolean saysTooVirtual) {
        this.ties = ties == null ? null : List.copyOf(ties);
        this.wanted = wanted;
        this.saysTooVirtual = saysTooVirtual;
        for (SupportType type : SupportType.values()) {
            have.put(
                    type,
                    told().stream()
                            .mapToDouble(tie -> TieStrength.of(tie, type))
                            .sum());
        }
    }

    /**
     * @param ties null where nothing was told of the network; empty where the client has nobody
     * @param wanted 0 to 3 per type
     * @param saysTooVirtual the client names too much life on line as a barrier
     */
    public static Assessment of(@Nullable List<Tie> ties, Map<SupportType, Integer> wanted, boolean saysTooVirtual) {
        return new Assessment(ties, wanted, saysTooVirtual);
    }

    /** How much of a type the ties give; 1 is one good tie every week. */
    public double have(SupportType type) {
        return have.getOrDefault(type, 0.0);
    }

    /** The same as numbers for the score. */
    public SupportProfile profile() {
        Map<SupportType, Double> raw = new EnumMap<>(SupportType.class);
        double sum = 0;
        for (SupportType type : SupportType.values()) {
            // StrictMath: the same bits on every machine.
            double weight = WANT_SHARE * wanted.getOrDefault(type, 0) / 3 + LACK_SHARE * StrictMath.exp(-have(type));
            raw.put(type, weight);
            sum += weight;
        }
        return new SupportProfile(
                share(raw, SupportType.EMOTIONAL, sum),
                share(raw, SupportType.INFORMATIONAL, sum),
                share(raw, SupportType.PRACTICAL, sum),
                share(raw, SupportType.COMPANIONSHIP, sum),
                share(raw, SupportType.AFFIRMATION, sum),
                gap(Source.PEER),
                gap(Source.PROFESSIONAL),
                gap(Source.COMMUNITY),
                isTooVirtual(),
                CodeSet.of(
                        TieRole.class,
                        told().stream()
                                .filter(tie -> tie.quality() == TieQuality.TOXIC)
                                .map(Tie::role)
                                .toList()));
    }

    /** What is missing, and what to be careful about. */
    public Gaps gaps() {
        List<String> types = asked().stream()
                .filter(type -> have(type) < ENOUGH)
                .map(SupportType::code)
                .toList();
        return new Gaps(types, missingSources(), notes());
    }

    /** The wanted types, or all five where none was named. */
    private List<SupportType> asked() {
        List<SupportType> asked = List.of(SupportType.values()).stream()
                .filter(type -> wanted.getOrDefault(type, 0) > 0)
                .toList();
        return asked.isEmpty() ? List.of(SupportType.values()) : asked;
    }

    private List<String> missingSources() {
        if (ties == null) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        if (told().stream().noneMatch(tie -> tie.role() == TieRole.FRIEND && TieStrength.counts(tie))) {
            missing.add("friends");
        }
        for (Source source : Source.values()) {
            if (!has(source)) {
                missing.add(source.code());
            }
        }
        return missing;
    }

    private List<String> notes() {
        TreeSet<String> draining = new TreeSet<>();
        told().stream()
                .filter(tie -> tie.quality() == TieQuality.DRAINING || tie.quality() == TieQuality.TOXIC)
                .forEach(tie -> draining.add("draining_tie:" + tie.role().code()));
        List<String> notes = new ArrayList<>(draining);
        if (told().stream().anyMatch(tie -> tie.reciprocity() == Tie.Reciprocity.GIVES_ONLY)) {
            notes.add("reciprocity_imbalance:gives_only");
        }
        if (isTooVirtual()) {
            notes.add("virtual_overreliance");
        }
        for (SupportType type : asked()) {
            if (told().stream().filter(tie -> TieStrength.of(tie, type) > 0).count() == 1) {
                notes.add("single_point:" + type.code());
            }
        }
        if (leansOnProfessionals()) {
            notes.add("overreliance_professional");
        }
        return List.copyOf(notes);
    }

    /** At least 60 % of the good ties are on line, or the client says so. */
    private boolean isTooVirtual() {
        long good =
                told().stream().filter(tie -> tie.quality() == TieQuality.GOOD).count();
        long online = told().stream()
                .filter(tie -> tie.quality() == TieQuality.GOOD && tie.channel() == Tie.Channel.ONLINE)
                .count();
        return saysTooVirtual || (good > 0 && online * 10 >= good * 6);
    }

    /** Professionals give at least 60 % of all that the ties give. */
    private boolean leansOnProfessionals() {
        double all = 0;
        double professional = 0;
        for (Tie tie : told()) {
            for (SupportType type : SupportType.values()) {
                double strength = TieStrength.of(tie, type);
                all += strength;
                professional += tie.role() == TieRole.PROFESSIONAL ? strength : 0;
            }
        }
        return all > 0 && professional >= MOSTLY * all;
    }

    private long gap(Source source) {
        if (ties == null) {
            return switch (source) {
                case PEER, COMMUNITY -> ONE;
                case PROFESSIONAL -> ONE / 2;
            };
        }
        return has(source) ? 0 : ONE;
    }

    private boolean has(Source source) {
        return told().stream().anyMatch(tie -> TieStrength.counts(tie) && gives(tie.role(), source));
    }

    private static boolean gives(TieRole role, Source source) {
        return switch (role) {
            case PEER, GROUP -> source == Source.PEER;
            case PROFESSIONAL -> source == Source.PROFESSIONAL;
            case FAITH_COMMUNITY, NEIGHBOUR, COWORKER -> source == Source.COMMUNITY;
            case PARENT, CHILD, SIBLING, RELATIVE, PARTNER, SPOUSE, FRIEND -> false;
        };
    }

    private List<Tie> told() {
        return ties == null ? List.of() : ties;
    }

    private static long share(Map<SupportType, Double> raw, SupportType type, double sum) {
        return Math.round(raw.getOrDefault(type, 0.0) / sum * ONE);
    }
}
