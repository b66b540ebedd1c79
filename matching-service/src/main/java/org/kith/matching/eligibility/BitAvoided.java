package org.kith.matching.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Directory;
import org.kith.matching.candidate.OrganizationRef;
import org.kith.matching.candidate.Planes;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Approach;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Tradition;
import org.kith.matching.query.Avoidance;

/** {@link Avoided} over a block. */
public final class BitAvoided {
    private final Client client;
    private final Directory directory;

    /** Bits beyond the last row do not matter. */
    @SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
    record Answer(long[] yes, long[] unknown) {}

    public BitAvoided(Client client, Directory directory) {
        this.client = client;
        this.directory = directory;
    }

    /** Who is what the avoidance says, for certain. */
    public long[] yes(Block block, Avoidance avoidance) {
        return of(block, avoidance).yes();
    }

    Answer of(Block block, Avoidance avoidance) {
        return switch (avoidance) {
            case Avoidance.FaithBased faith -> faithBased(block, faith);
            case Avoidance.AnyReligiousContent any -> religiousContent(block);
            case Avoidance.Activity activity -> orUncoded(block, Mask.is(block, activity.approach()));
            case Avoidance.NotAffirming not -> {
                long[] told = Mask.any(block, List.of(Affirming.YES, Affirming.NO));
                Mask.or(told, Mask.any(block, Avoided.LGBTQ));
                yield new Answer(Mask.is(block, Affirming.NO), Mask.not(told));
            }
            case Avoidance.ForAudience audience -> orUncoded(block, Mask.is(block, audience.audience()));
            case Avoidance.SmallLocalCommunity small -> smallLocalCommunity(block);
            case Avoidance.OfKind kind -> orUncoded(block, Mask.is(block, kind.kind()));
            case Avoidance.Demanding demanding -> orUncoded(block, Mask.is(block, demanding.requirement()));
            case Avoidance.OfOrganization organization ->
                new Answer(ofOrganization(block, organization.id().toLowerCase(Locale.ROOT)), Mask.none(block));
            case Avoidance.OfResource resource ->
                new Answer(
                        BitStanding.rows(
                                block, BitStanding.found(List.of(resource.id().toLowerCase(Locale.ROOT)), directory)),
                        Mask.none(block));
        };
    }

    private static Answer faithBased(Block block, Avoidance.FaithBased avoided) {
        long[] faith = Mask.is(block, Planes.Plain.FAITH_BASED);
        Tradition tradition = avoided.tradition();
        if (tradition == null) {
            return orUncoded(block, faith);
        }
        List<Tradition> named =
                Stream.of(Tradition.values()).filter(t -> t != Tradition.NONE).toList();
        List<Tradition> within =
                named.stream().filter(t -> Faiths.isWithin(t, tradition)).toList();
        long[] unknown = Mask.andNot(faith.clone(), Mask.any(block, named));
        long[] uncoded = Mask.not(Mask.is(block, Planes.Plain.CODED));
        Mask.or(unknown, Mask.andNot(uncoded, faith));
        return new Answer(Mask.and(faith, Mask.any(block, within)), unknown);
    }

    private static Answer religiousContent(Block block) {
        long[] silent = Mask.not(Mask.stated(block, ReligiousContent.class));
        long[] likely = Mask.is(block, Planes.Plain.FAITH_BASED);
        Mask.or(likely, block.plane(Planes.of(Approach.TWELVE_STEP)));
        long[] yes = Mask.any(block, List.of(ReligiousContent.OPTIONAL, ReligiousContent.CENTRAL));
        Mask.or(yes, Mask.and(likely, silent));
        long[] unknown = Mask.andNot(Mask.andNot(silent, yes), block.plane(Planes.of(Planes.Plain.CODED)));
        return new Answer(yes, unknown);
    }

    private Answer smallLocalCommunity(Block block) {
        CodeSet<Format> usableRemote = client.usable.without(CodeSet.of(Format.IN_PERSON));
        long[] not = Mask.any(block, List.of(GroupSize.ONE_TO_ONE, GroupSize.LARGE));
        Mask.or(not, Mask.any(block, usableRemote));
        long[] kinds = Mask.any(block, client.policy.smallCommunityKinds());
        long[] sized = Mask.stated(block, GroupSize.class);
        long[] unknown = Mask.andNot(kinds.clone(), sized);
        Mask.or(unknown, Mask.not(Mask.stated(block, Kind.class)));
        return new Answer(Mask.andNot(Mask.and(kinds, sized), not), Mask.andNot(unknown, not));
    }

    private static long[] ofOrganization(Block block, String id) {
        long[] mask = Mask.none(block);
        for (int row = 0; row < block.size(); row++) {
            OrganizationRef organization = block.listing(row).organization();
            if (organization != null && organization.id().equals(id)) {
                mask[row >> 6] |= 1L << row;
            }
        }
        return mask;
    }

    private static Answer orUncoded(Block block, long[] yes) {
        long[] unknown = Mask.not(Mask.is(block, Planes.Plain.CODED));
        return new Answer(yes, Mask.andNot(unknown, yes));
    }
}
