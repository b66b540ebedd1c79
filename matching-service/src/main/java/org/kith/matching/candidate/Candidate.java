package org.kith.matching.candidate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Source;
import org.kith.matching.code.Tradition;

/**
 * A listing of the directory, decoded once and never changed.
 *
 * @param coded whether somebody gave it our codes (it has at least a kind). A listing that is coded says what it says,
 *     and what it does not say it does not have; of one without codes nothing is known.
 */
public record Candidate(
        UUID id,
        String name,
        @Nullable OrganizationRef organization,
        boolean coded,
        Offer offer,
        Welcome welcome,
        Standing standing,
        Whereabouts whereabouts,
        Hours hours,
        Contact contact) {

    /** Its kind is a faith body, its tradition is a religious one, or religion is central to what it does. */
    public boolean isFaithBased() {
        return offer.kind() == Kind.FAITH_ORG
                || (welcome.tradition() != null && welcome.tradition() != Tradition.NONE)
                || welcome.religiousContent() == ReligiousContent.CENTRAL;
    }

    /** It can be used without travelling. */
    public boolean isRemote() {
        return !remoteFormats().isEmpty();
    }

    public CodeSet<Format> remoteFormats() {
        return offer.formats().without(CodeSet.of(Format.IN_PERSON));
    }

    public boolean isInPerson() {
        return offer.formats().has(Format.IN_PERSON);
    }

    /** Others are, or may be, in the room: neither one to one nor, from afar, anonymous. */
    public boolean isSharedRoom() {
        boolean unseen = offer.features().has(Feature.ANONYMOUS_OK) && isRemote();
        return groupSize() != GroupSize.ONE_TO_ONE && !unseen;
    }

    /** Where in a person's web the support comes from. */
    public CodeSet<Source> sources() {
        CodeSet<Source> sources = CodeSet.none(Source.class);
        if (offer.features().has(Feature.PEER_LED)) {
            sources = sources.with(Source.PEER);
        }
        if (offer.features().has(Feature.PROFESSIONAL_LED)) {
            sources = sources.with(Source.PROFESSIONAL);
        }
        Kind kind = offer.kind();
        if (kind == null) {
            return sources;
        }
        return switch (kind) {
            case SUPPORT_GROUP, PEER_PROGRAM, ONLINE_COMMUNITY, WARMLINE -> sources.with(Source.PEER);
            case PROFESSIONAL_SERVICE -> sources.with(Source.PROFESSIONAL);
            case CLUB, VOLUNTEER_OPPORTUNITY, COMMUNITY_ORG, CULTURAL_ORG, FAITH_ORG, MENTORING ->
                sources.with(Source.COMMUNITY);
            case HELPLINE, CRISIS_LINE, PRACTICAL_SERVICE, CLASS, FAMILY_PROGRAM, COUPLES_PROGRAM -> sources;
        };
    }

    /** The exposure level by the gentlest of its formats. */
    public int exposure() {
        return exposure(offer.formats());
    }

    /**
     * How much of oneself one shows there, by the gentlest way in among the formats: 0 forum and anonymous, 1 text or
     * chat, 2 one to one, 3 a group from afar, 4 a small group in person or one of unknown size, 5 larger.
     */
    public int exposure(CodeSet<Format> usable) {
        CodeSet<Format> formats = offer.formats().and(usable);
        if (formats.has(Format.FORUM) && offer.features().has(Feature.ANONYMOUS_OK)) {
            return 0;
        }
        if (formats.has(Format.TEXT_CHAT) || formats.has(Format.FORUM)) {
            return 1;
        }
        if (groupSize() == GroupSize.ONE_TO_ONE) {
            return 2;
        }
        if (formats.has(Format.VIDEO) || formats.has(Format.PHONE)) {
            return 3;
        }
        return offer.groupSize() == GroupSize.MEDIUM || offer.groupSize() == GroupSize.LARGE ? 5 : 4;
    }

    /** As stated; a line where one person answers another is one to one without saying so. Null where not known. */
    public @Nullable GroupSize groupSize() {
        Kind kind = offer.kind();
        boolean line = kind == Kind.HELPLINE || kind == Kind.WARMLINE || kind == Kind.CRISIS_LINE;
        return line && offer.groupSize() == null ? GroupSize.ONE_TO_ONE : offer.groupSize();
    }
}
