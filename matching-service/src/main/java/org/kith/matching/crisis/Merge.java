package org.kith.matching.crisis;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.ListingStatus;
import org.kith.matching.candidate.ServiceArea;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Kind;

/**
 * Brings the table's rows and the directory's listings together, open now. A fresh listing of the same line stands for
 * the row, with its hours; what the directory says against a line counts against its row too.
 */
final class Merge {
    private static final int FRESH_DAYS = 90;
    private static final CodeSet<Flag> NEVER_SHOWN =
            CodeSet.of(Flag.CONVERSION_PRACTICE, Flag.COERCIVE, Flag.REPORTED_HARM);

    private final CrisisCall call;
    private final List<Candidate> listings;
    private final Predicate<Candidate> bearable;

    Merge(CrisisCall call, List<Candidate> listings, Predicate<Candidate> bearable) {
        this.call = call;
        this.listings = listings;
        this.bearable = bearable;
    }

    List<CrisisLine> with(List<CrisisLine> rows) {
        List<CrisisLine> open = new ArrayList<>();
        for (CrisisLine row : rows) {
            now(row).filter(line -> bearable.test(line.candidate())).ifPresent(open::add);
        }
        listings.stream()
                .filter(listing -> listing.offer().kind() == Kind.CRISIS_LINE)
                .filter(this::isFresh)
                .filter(this::isHere)
                .filter(listing -> rows.stream().noneMatch(row -> row.isSameAs(listing)))
                .filter(listing -> listing.hours().isOpenAt(call.now()).orElse(false))
                .filter(bearable)
                .map(CrisisLine::listed)
                .filter(this::isUnderstood)
                .forEach(open::add);
        return open;
    }

    private Optional<CrisisLine> now(CrisisLine row) {
        List<Candidate> same = listings.stream().filter(row::isSameAs).toList();
        if (same.stream().anyMatch(listing -> isNeverShown(listing) || !bearable.test(listing))) {
            return Optional.empty();
        }
        boolean standby = row.role() == CrisisLine.Role.DEFAULT;
        if (!standby && !isUnderstood(row)) {
            return Optional.empty();
        }
        Optional<Candidate> fresh =
                same.stream().filter(this::isFresh).filter(this::isHere).findFirst();
        Optional<Boolean> listedOpen = fresh.flatMap(listing -> listing.hours().isOpenAt(call.now()));
        if (fresh.isPresent() && listedOpen.orElse(false)) {
            return Optional.of(row.heldBy(fresh.get()));
        }
        if (listedOpen.isPresent() && !standby) {
            return Optional.empty();
        }
        return row.candidate().hours().isOpenAt(call.now()).orElse(true) ? Optional.of(row) : Optional.empty();
    }

    private boolean isNeverShown(Candidate listing) {
        return listing.standing().flags().hasAny(NEVER_SHOWN);
    }

    private boolean isFresh(Candidate listing) {
        LocalDate assured = listing.standing().assured();
        LocalDate today = LocalDate.ofInstant(call.now(), ZoneOffset.UTC);
        return listing.standing().status() == ListingStatus.ACTIVE
                && !isNeverShown(listing)
                && assured != null
                && !assured.isBefore(today.minusDays(FRESH_DAYS));
    }

    /** It serves the caller's country and region; where the country is unknown, no country's line does. */
    private boolean isHere(Candidate listing) {
        if (call.country() == null) {
            return false;
        }
        List<ServiceArea> areas = listing.whereabouts().areas();
        if (areas.isEmpty()) {
            return Objects.equals(listing.whereabouts().country(), call.country());
        }
        return areas.stream()
                .anyMatch(area -> call.country().equals(area.country())
                        && (area.region() == null || area.region().equals(call.region())));
    }

    private boolean isUnderstood(CrisisLine line) {
        Candidate candidate = line.candidate();
        return line.speaksAny()
                || call.languages().isEmpty()
                || candidate.welcome().languages().stream().anyMatch(call.languages()::contains)
                || candidate.welcome().interpreters().stream().anyMatch(call.languages()::contains)
                || (call.signOrText() && candidate.welcome().languages().contains("ase"));
    }
}
