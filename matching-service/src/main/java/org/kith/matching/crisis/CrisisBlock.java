package org.kith.matching.crisis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.Need;

/**
 * Chooses one to three lines for a call: the need's own, then one made for people like the caller, then the country's
 * default, which is always there. Distance, cost, format, group size and pace do not matter here.
 */
public final class CrisisBlock {
    private static final int MOST = 3;

    /** Audiences of a situation: whoever has the need is in it. */
    private static final CodeSet<Audience> SITUATIONS = CodeSet.of(
            Audience.SURVIVORS_DV,
            Audience.SURVIVORS_SA,
            Audience.PEOPLE_WITH_ADDICTION,
            Audience.PEOPLE_WITH_MENTAL_ILLNESS,
            Audience.BEREAVED);

    private final CrisisCall call;
    private final List<CrisisLine> lines;

    private CrisisBlock(CrisisCall call, List<CrisisLine> lines) {
        this.call = call;
        this.lines = lines;
    }

    /**
     * @param listings the directory's crisis lines, warmlines and helplines; only a crisis line, or a listing of a line that
     *     the table knows, comes into the block
     * @param bearable what the client avoids, was harmed by, is kept out of, or is too old for, is not
     */
    public static List<CrisisItem> choose(
            CrisisCall call, CrisisTable table, List<Candidate> listings, Predicate<Candidate> bearable) {
        List<CrisisLine> open = new Merge(call, listings, bearable).with(table.lines(call.country()));
        List<CrisisLine> chosen = new CrisisBlock(call, open).choose();
        if (chosen.isEmpty()) {
            // Not a resource of anybody: an emergency number cannot be avoided.
            chosen = List.of(table.anywhere().getFirst());
        }
        Set<Candidate> listed = Set.copyOf(listings);
        return chosen.stream()
                .map(line -> new CrisisItem(
                        line.candidate(), !listed.contains(line.candidate()), CrisisChecks.of(call, line)))
                .toList();
    }

    private List<CrisisLine> choose() {
        Optional<CrisisLine> standby = lines.stream()
                .filter(line -> line.role() == CrisisLine.Role.DEFAULT)
                .findFirst();
        List<CrisisLine> own = lines.stream()
                .filter(this::isOwn)
                .sorted(Comparator.comparingInt(this::strangeness))
                .toList();
        List<CrisisLine> affine = lines.stream()
                .filter(this::isAffine)
                .sorted(Comparator.comparingInt(this::distanceFromNeed))
                .toList();

        Set<CrisisLine> chosen = new LinkedHashSet<>();
        own.stream().limit(1).forEach(chosen::add);
        affine.stream().limit(1).forEach(chosen::add);
        List<CrisisLine> rest = new ArrayList<>(own);
        rest.addAll(affine);
        int room = standby.isPresent() && !chosen.contains(standby.get()) ? MOST - 1 : MOST;
        for (CrisisLine line : rest) {
            if (chosen.size() < room && !standby.equals(Optional.of(line))) {
                chosen.add(line);
            }
        }
        standby.ifPresent(chosen::add);
        return leadWithOneKnownToBeOpen(new ArrayList<>(chosen));
    }

    /** The need's own: serves it, and is for everybody or for this situation or this language. */
    private boolean isOwn(CrisisLine line) {
        Candidate candidate = line.candidate();
        CodeSet<Audience> audiences = candidate.welcome().audiences();
        boolean forEverybody = !candidate.welcome().isForItsAudience()
                || !audiences.and(SITUATIONS).isEmpty()
                        && audiences.without(SITUATIONS).isEmpty()
                || audiences.equals(CodeSet.of(Audience.SPANISH_SPEAKING))
                        && call.languages().contains("es");
        return forEverybody && candidate.offer().needs().hasAny(call.needs());
    }

    private boolean isAffine(CrisisLine line) {
        Candidate candidate = line.candidate();
        return candidate.welcome().isForItsAudience()
                && candidate.welcome().audiences().hasAny(call.audiences())
                && (serves(candidate) || candidate.offer().needs().has(Need.SUICIDAL_THOUGHTS));
    }

    private boolean serves(Candidate candidate) {
        return candidate.offer().needs().hasAny(call.needs());
    }

    /** Lower is nearer: an emergency number for an overdose, then the caller's own language, then a way without voice. */
    private int strangeness(CrisisLine line) {
        Candidate candidate = line.candidate();
        int strange = line.role() == CrisisLine.Role.EMERGENCY ? -8 : 0;
        if (!call.languages().isEmpty()
                && !call.languages().containsAll(candidate.welcome().languages())) {
            strange += 1;
        }
        if (call.signOrText() && !isWithoutVoice(candidate)) {
            strange += 4;
        }
        return strange;
    }

    private int distanceFromNeed(CrisisLine line) {
        Candidate candidate = line.candidate();
        CodeSet<Audience> audiences = candidate.welcome().audiences();
        int shared = audiences.and(call.audiences()).size();
        int others = audiences.size() - shared;
        return (serves(candidate) ? 0 : 16)
                + (candidate.welcome().audienceMode() == AudienceMode.EXCLUSIVE ? 0 : 1)
                - 2 * shared
                + others
                + strangeness(line);
    }

    private static boolean isWithoutVoice(Candidate candidate) {
        return candidate.offer().formats().has(Format.TEXT_CHAT)
                || candidate.offer().features().has(Feature.ASL);
    }

    /** A line with unstated hours may follow, never lead. */
    private List<CrisisLine> leadWithOneKnownToBeOpen(List<CrisisLine> chosen) {
        chosen.sort(Comparator.comparing(
                line -> line.candidate().hours().isOpenAt(call.now()).isEmpty()));
        return chosen;
    }
}
