package org.kith.matching.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Planes;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.query.LanguageWish;

/** H4, H6–H9 and H14 over a block. */
final class BitReach {
    private static final CodeSet<Format> TYPED = CodeSet.of(Format.TEXT_CHAT, Format.FORUM);

    private BitReach() {}

    static BitFilter age(Client client) {
        AgeFilter filter = new AgeFilter(client);
        return (block, alive, fail, ask) -> {
            for (Map.Entry<Block.Ages, long[]> ages : block.ages().entrySet()) {
                Verdict verdict =
                        filter.verdict(ages.getKey().minimum(), ages.getKey().maximum());
                if (verdict == Verdict.FAIL) {
                    Mask.or(fail, ages.getValue());
                } else if (verdict == Verdict.ASK_FIRST) {
                    Mask.or(ask, ages.getValue());
                }
            }
        };
    }

    static BitFilter format(Client client) {
        return (block, alive, fail, ask) ->
                Mask.or(fail, Mask.andNot(Mask.stated(block, Format.class), Mask.any(block, client.usable)));
    }

    static BitFilter language(Client client) {
        List<LanguageWish> wishes = client.query.languages();
        boolean required = wishes.stream().anyMatch(LanguageWish::required);
        return (block, alive, fail, ask) -> {
            if (wishes.isEmpty()) {
                return;
            }
            long[] served = required ? Mask.all(block) : Mask.none(block);
            for (LanguageWish wish : wishes) {
                long[] serves = Mask.copy(block, block.spoken(wish.language()));
                if (wish.interpreterOk() || !wish.required()) {
                    Mask.or(serves, block.interpreted(wish.language()));
                }
                if (!required) {
                    Mask.or(served, serves);
                } else if (wish.required()) {
                    Mask.and(served, serves);
                }
            }
            Mask.or(fail, Mask.andNot(Mask.is(block, Planes.Plain.STATES_LANGUAGES), served));
        };
    }

    static BitFilter cost(Client client) {
        List<Cost> tooDear = new ArrayList<>();
        for (Cost cost : Cost.values()) {
            if (ReachFilters.cost(client.query.cost(), cost).verdict() == Verdict.FAIL) {
                tooDear.add(cost);
            }
        }
        return (block, alive, fail, ask) -> Mask.or(fail, Mask.any(block, tooDear));
    }

    static BitFilter access(Client client) {
        CodeSet<Format> usableRemote = client.usable.without(CodeSet.of(Format.IN_PERSON));
        CodeSet<Format> usableTyped = client.usable.and(TYPED);
        CodeSet<Format> usableOther = client.usable.without(CodeSet.of(Format.PHONE));
        return (block, alive, fail, ask) -> {
            for (AccessNeed need : client.query.access().toList()) {
                switch (need) {
                    case WHEELCHAIR, STEP_FREE -> {
                        long[] fine = Mask.is(block, Feature.WHEELCHAIR);
                        Mask.or(ask, Mask.not(Mask.or(fine, Mask.any(block, usableRemote))));
                    }
                    case ASL -> Mask.or(ask, Mask.not(Mask.is(block, Feature.ASL)));
                    case CAPTIONS -> {
                        long[] fine = Mask.any(block, List.of(Feature.CAPTIONS, Feature.TEXT_BASED));
                        Mask.or(ask, Mask.not(Mask.or(fine, Mask.any(block, usableTyped))));
                    }
                    case ASL_OR_TEXT -> {
                        long[] fine = Mask.any(block, List.of(Feature.ASL, Feature.TEXT_BASED));
                        long[] left = Mask.not(Mask.or(fine, Mask.any(block, usableTyped)));
                        Mask.or(ask, left);
                        if (client.usable.has(Format.PHONE)) {
                            long[] voiceOnly = Mask.andNot(Mask.is(block, Format.PHONE), Mask.any(block, usableOther));
                            Mask.or(fail, Mask.and(voiceOnly, left));
                        }
                    }
                    case TRANSIT -> {}
                }
            }
        };
    }

    static BitFilter groupSize(Client client) {
        return (block, alive, fail, ask) -> {
            if (!client.query.groupSizeOk().isEmpty()) {
                long[] stated = Mask.stated(block, GroupSize.class);
                Mask.or(fail, Mask.andNot(stated, Mask.any(block, client.query.groupSizeOk())));
            }
        };
    }
}
