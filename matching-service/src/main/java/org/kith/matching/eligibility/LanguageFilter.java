package org.kith.matching.eligibility;

import java.util.List;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.query.LanguageWish;

/**
 * H7. Every required language must be there, spoken or, where the client is fine with it, through an interpreter; without
 * a required one, any of the client's languages does.
 */
public final class LanguageFilter implements HardFilter {
    private final List<LanguageWish> wishes;

    LanguageFilter(Client client) {
        wishes = client.query.languages();
    }

    @Override
    public Outcome judge(Candidate listing) {
        return judge(listing.welcome().languages(), listing.welcome().interpreters());
    }

    Outcome judge(List<String> spoken, List<String> interpreted) {
        if (wishes.isEmpty()) {
            return Outcome.pass(Filter.H7_LANGUAGE);
        }
        boolean allRequired = true;
        boolean any = false;
        boolean required = false;
        for (LanguageWish wish : wishes) {
            boolean interpreterDoes = wish.interpreterOk() || !wish.required();
            boolean served =
                    spoken.contains(wish.language()) || (interpreterDoes && interpreted.contains(wish.language()));
            required |= wish.required();
            allRequired &= served || !wish.required();
            any |= served;
        }
        if (required ? allRequired : any) {
            return Outcome.pass(Filter.H7_LANGUAGE);
        }
        // Who states no language may still speak it.
        return spoken.isEmpty()
                ? Outcome.check(Filter.H7_LANGUAGE, Check.CONFIRM_LANGUAGE)
                : Outcome.fail(Filter.H7_LANGUAGE);
    }

    /** The client wanted to be understood without an interpreter, and only an interpreter is there. */
    public static boolean onlyThroughInterpreter(
            List<LanguageWish> wishes, List<String> spoken, List<String> interpreted) {
        return wishes.stream().noneMatch(wish -> spoken.contains(wish.language()))
                && wishes.stream().anyMatch(wish -> !wish.interpreterOk() && interpreted.contains(wish.language()));
    }
}
