package org.kith.matching.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Directory;
import org.kith.matching.candidate.LanguageTags;
import org.kith.matching.candidate.Planes;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.Tradition;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.Identity;

/** H10–H13, H15 and H16 over a block. */
final class BitPeople {
    private static final CodeSet<Format> FROM_AFAR =
            CodeSet.of(Format.VIDEO, Format.PHONE, Format.TEXT_CHAT, Format.FORUM);

    private BitPeople() {}

    static BitFilter requirements(Client client) {
        CodeSet<Requirement> out = client.avoidedRequirements.or(new RequirementsFilter(client).lacking());
        boolean avoidsSome = !client.avoidedRequirements.isEmpty();
        return (block, alive, fail, ask) -> {
            Mask.or(fail, Mask.any(block, out));
            if (avoidsSome) {
                Mask.or(ask, Mask.not(Mask.is(block, Planes.Plain.CODED)));
                Mask.or(ask, block.plane(Planes.of(Planes.Plain.REQUIRES_UNCLEAR)));
            }
        };
    }

    static BitFilter avoid(Client client, Directory directory) {
        BitAvoided avoided = new BitAvoided(client, directory);
        List<Avoidance> avoidances = client.query.avoid().stream()
                .filter(avoidance -> !(avoidance instanceof Avoidance.Demanding))
                .toList();
        return (block, alive, fail, ask) -> {
            for (Avoidance avoidance : avoidances) {
                BitAvoided.Answer answer = avoided.of(block, avoidance);
                Mask.or(fail, answer.yes());
                Mask.or(ask, answer.unknown());
            }
        };
    }

    static BitFilter audience(Client client) {
        CodeSet<Audience> said = client.statedAudiences.or(client.impliedAudiences);
        CodeSet<Gender> open = client.genders.with(Gender.ANY);
        List<Identity> required = client.required().stream()
                .filter(factor ->
                        !factor.axis().equals("gender") && !factor.axis().equals("faith"))
                .toList();
        return (block, alive, fail, ask) -> {
            long[] others = Mask.andNot(Mask.stated(block, Audience.class), Mask.any(block, said));
            Mask.or(fail, Mask.and(others, block.plane(Planes.of(AudienceMode.EXCLUSIVE))));
            Mask.or(fail, Mask.andNot(Mask.stated(block, Gender.class), Mask.any(block, open)));
            for (Identity factor : required) {
                required(block, factor, fail);
            }
        };
    }

    private static void required(Block block, Identity factor, long[] fail) {
        CodeSet<Audience> audiences = Client.audiences(List.of(factor));
        boolean language = factor.axis().equals("language_community");
        if (audiences.isEmpty() && !language) {
            return;
        }
        long[] fine = Mask.andNot(Mask.any(block, audiences), block.plane(Planes.of(AudienceMode.GENERAL)));
        if (audiences.has(Audience.LGBTQ)) {
            Mask.or(fine, block.plane(Planes.of(Affirming.YES)));
        }
        if (language) {
            Mask.or(fine, block.spoken(LanguageTags.primary(factor.code())));
        }
        Mask.or(fail, Mask.andNot(Mask.is(block, Planes.Plain.CODED), fine));
    }

    static BitFilter gender(Client client) {
        List<Gender> required = client.required().stream()
                .filter(factor -> factor.axis().equals("gender"))
                .flatMap(factor -> Client.gender(factor).stream())
                .toList();
        return (block, alive, fail, ask) -> {
            if (required.isEmpty()) {
                return;
            }
            long[] fine = Mask.is(block, GroupSize.ONE_TO_ONE);
            // A room where no name is needed is still a room; unseen is who takes part from afar.
            Mask.or(fine, Mask.and(Mask.is(block, Feature.ANONYMOUS_OK), Mask.any(block, FROM_AFAR)));
            long[] all = Mask.all(block);
            for (Gender gender : required) {
                Mask.and(all, onlyFor(block, gender));
            }
            long[] left = Mask.not(Mask.or(fine, all));
            long[] stated = Mask.stated(block, Gender.class);
            Mask.or(fail, Mask.and(stated.clone(), left));
            Mask.or(ask, Mask.andNot(left, stated));
        };
    }

    private static long[] onlyFor(Block block, Gender gender) {
        List<Gender> others =
                Stream.of(Gender.values()).filter(other -> other != gender).toList();
        long[] exclusive = Mask.any(block, GenderFilter.audience(gender));
        Mask.and(exclusive, block.plane(Planes.of(AudienceMode.EXCLUSIVE)));
        return Mask.or(exclusive, Mask.andNot(Mask.is(block, gender), Mask.any(block, others)));
    }

    static BitFilter affirming(Client client) {
        return (block, alive, fail, ask) -> {
            if (client.lgbtqStated) {
                Mask.or(fail, block.plane(Planes.of(Affirming.NO)));
            }
        };
    }

    static BitFilter otherFaith(Client client) {
        List<Tradition> faiths = client.faiths();
        List<Tradition> shared = new ArrayList<>(List.of(Tradition.INTERFAITH));
        for (Tradition tradition : Tradition.values()) {
            if (faiths.stream().anyMatch(faith -> Faiths.isSame(faith, tradition))) {
                shared.add(tradition);
            }
        }
        return (block, alive, fail, ask) -> {
            if (!faiths.isEmpty()) {
                long[] others = Mask.andNot(Mask.stated(block, Tradition.class), Mask.any(block, shared));
                Mask.or(fail, Mask.and(others, block.plane(Planes.of(ReligiousContent.CENTRAL))));
            }
        };
    }
}
