package org.kith.matching.eligibility;

import java.util.List;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.LanguageTags;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Gender;
import org.kith.matching.query.Identity;

/**
 * H12. What is only for some is shown only to who said that they are of them; an experience that the client asked help
 * with, or an age that they gave, is as good as said but is to be confirmed. A factor that the client requires, other than
 * gender (H13) and faith (H16), must be what the listing is made for or welcomes.
 */
final class AudienceFilter implements HardFilter {
    private final Client client;
    private final List<Required> required;

    /** @param tag of the language, for the axis of languages; else empty */
    private record Required(Identity factor, CodeSet<Audience> audiences, String tag) {}

    AudienceFilter(Client client) {
        this.client = client;
        required = client.required().stream()
                .filter(factor ->
                        !factor.axis().equals("gender") && !factor.axis().equals("faith"))
                .map(factor -> new Required(
                        factor,
                        Client.audiences(List.of(factor)),
                        factor.axis().equals("language_community") ? LanguageTags.primary(factor.code()) : ""))
                .toList();
    }

    @Override
    public Outcome judge(Candidate listing) {
        Verdict verdict =
                exclusive(listing.welcome().audienceMode(), listing.welcome().audiences());
        verdict = worse(verdict, gender(listing.welcome().openTo()));
        for (Required wish : required) {
            verdict = worse(verdict, required(listing, wish));
        }
        return switch (verdict) {
            case PASS -> Outcome.pass(Filter.H12_EXCLUSIVE_AUDIENCE);
            case PASS_WITH_CHECK, ASK_FIRST ->
                Outcome.check(Filter.H12_EXCLUSIVE_AUDIENCE, Check.CONFIRM_WHO_IT_IS_FOR);
            case FAIL -> Outcome.fail(Filter.H12_EXCLUSIVE_AUDIENCE);
        };
    }

    private Verdict exclusive(AudienceMode mode, CodeSet<Audience> audiences) {
        if (mode != AudienceMode.EXCLUSIVE || audiences.hasAny(client.statedAudiences)) {
            return Verdict.PASS;
        }
        return audiences.isEmpty() || audiences.hasAny(client.impliedAudiences)
                ? Verdict.PASS_WITH_CHECK
                : Verdict.FAIL;
    }

    private Verdict gender(CodeSet<Gender> openTo) {
        boolean open = openTo.isEmpty() || openTo.has(Gender.ANY) || openTo.hasAny(client.genders);
        return open ? Verdict.PASS : Verdict.FAIL;
    }

    private static Verdict required(Candidate listing, Required wish) {
        boolean forThem = listing.welcome().audiences().hasAny(wish.audiences())
                && listing.welcome().audienceMode() != AudienceMode.GENERAL;
        boolean affirming =
                wish.audiences().has(Audience.LGBTQ) && listing.welcome().affirming() == Affirming.YES;
        boolean speaks = !wish.tag().isEmpty() && listing.welcome().languages().contains(wish.tag());
        if (forThem || affirming || speaks) {
            return Verdict.PASS;
        }
        boolean noSuchAudience = wish.audiences().isEmpty() && wish.tag().isEmpty();
        return !listing.coded() || noSuchAudience ? Verdict.PASS_WITH_CHECK : Verdict.FAIL;
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
