package org.kith.matching.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TimeOfDay;

/** Puts a {@link MatchQuery} together field by field; what is not set stays unstated. */
public final class MatchQueryBuilder {
    private int k = 10;
    private Instant now;
    private Person person = Person.unstated();
    private Where where = Where.unknown();
    private List<LanguageWish> languages = List.of();
    private List<NeedWish> needs;
    private Map<SupportType, Integer> supportWanted = Map.of();
    private SupportProfile support = SupportProfile.unstated();
    private List<Identity> identity = List.of();
    private List<Avoidance> avoid = List.of();
    private List<Avoidance> preferNot = List.of();
    private CodeSet<Barrier> barriers = CodeSet.none(Barrier.class);
    private Set<String> interests = Set.of();
    private List<Format> formatsOk = List.of();
    private CodeSet<GroupSize> groupSizeOk = CodeSet.none(GroupSize.class);
    private CodeSet<TimeOfDay> times = CodeSet.none(TimeOfDay.class);
    private CodeSet<AccessNeed> access = CodeSet.none(AccessNeed.class);
    private boolean traumaInformedRequired = false;
    private CostWish cost = new CostWish(null, false);
    private boolean gentle = false;
    private Safety safety = new Safety(false, false, false);
    private List<Tie> network = List.of();
    private List<Tried> tried = List.of();

    MatchQueryBuilder(Instant now, List<NeedWish> needs) {
        this.now = now;
        this.needs = needs;
    }

    MatchQueryBuilder(MatchQuery query) {
        k = query.k();
        now = query.now();
        person = query.person();
        where = query.where();
        languages = query.languages();
        needs = query.needs();
        supportWanted = query.supportWanted();
        support = query.support();
        identity = query.identity();
        avoid = query.avoid();
        preferNot = query.preferNot();
        barriers = query.barriers();
        interests = query.interests();
        formatsOk = query.formatsOk();
        groupSizeOk = query.groupSizeOk();
        times = query.times();
        access = query.access();
        traumaInformedRequired = query.traumaInformedRequired();
        cost = query.cost();
        gentle = query.gentle();
        safety = query.safety();
        network = query.network();
        tried = query.tried();
    }

    public MatchQueryBuilder k(int k) {
        this.k = k;
        return this;
    }

    public MatchQueryBuilder now(Instant now) {
        this.now = now;
        return this;
    }

    public MatchQueryBuilder person(Person person) {
        this.person = person;
        return this;
    }

    public MatchQueryBuilder where(Where where) {
        this.where = where;
        return this;
    }

    public MatchQueryBuilder languages(List<LanguageWish> languages) {
        this.languages = languages;
        return this;
    }

    public MatchQueryBuilder needs(List<NeedWish> needs) {
        this.needs = needs;
        return this;
    }

    public MatchQueryBuilder supportWanted(Map<SupportType, Integer> supportWanted) {
        this.supportWanted = supportWanted;
        return this;
    }

    public MatchQueryBuilder support(SupportProfile support) {
        this.support = support;
        return this;
    }

    public MatchQueryBuilder identity(List<Identity> identity) {
        this.identity = identity;
        return this;
    }

    public MatchQueryBuilder avoid(List<Avoidance> avoid) {
        this.avoid = avoid;
        return this;
    }

    public MatchQueryBuilder preferNot(List<Avoidance> preferNot) {
        this.preferNot = preferNot;
        return this;
    }

    public MatchQueryBuilder barriers(CodeSet<Barrier> barriers) {
        this.barriers = barriers;
        return this;
    }

    public MatchQueryBuilder interests(Set<String> interests) {
        this.interests = interests;
        return this;
    }

    public MatchQueryBuilder formatsOk(List<Format> formatsOk) {
        this.formatsOk = formatsOk;
        return this;
    }

    public MatchQueryBuilder groupSizeOk(CodeSet<GroupSize> groupSizeOk) {
        this.groupSizeOk = groupSizeOk;
        return this;
    }

    public MatchQueryBuilder times(CodeSet<TimeOfDay> times) {
        this.times = times;
        return this;
    }

    public MatchQueryBuilder access(CodeSet<AccessNeed> access) {
        this.access = access;
        return this;
    }

    public MatchQueryBuilder traumaInformedRequired(boolean traumaInformedRequired) {
        this.traumaInformedRequired = traumaInformedRequired;
        return this;
    }

    public MatchQueryBuilder cost(CostWish cost) {
        this.cost = cost;
        return this;
    }

    public MatchQueryBuilder gentle(boolean gentle) {
        this.gentle = gentle;
        return this;
    }

    public MatchQueryBuilder safety(Safety safety) {
        this.safety = safety;
        return this;
    }

    public MatchQueryBuilder network(List<Tie> network) {
        this.network = network;
        return this;
    }

    public MatchQueryBuilder tried(List<Tried> tried) {
        this.tried = tried;
        return this;
    }

    public MatchQuery build() {
        return new MatchQuery(
                k,
                now,
                person,
                where,
                languages,
                needs,
                supportWanted,
                support,
                identity,
                avoid,
                preferNot,
                barriers,
                interests,
                formatsOk,
                groupSizeOk,
                times,
                access,
                traumaInformedRequired,
                cost,
                gentle,
                safety,
                network,
                tried);
    }
}
