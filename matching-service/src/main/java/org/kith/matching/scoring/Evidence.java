package org.kith.matching.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Format;
import org.kith.matching.code.Need;
import org.kith.matching.code.Source;
import org.kith.matching.code.SupportType;
import org.kith.matching.query.Identity;

/**
 * The facts of the listing that the score rests on, for its explanation.
 *
 * @param needs of the request that the listing serves, in the request's order
 * @param interests of the request that are topics of the listing
 * @param supportTypes of the listing, in the vocabulary's order
 * @param sources of the listing that the client's network lacks
 * @param matched the factors that its audience, or its faith, is made for
 * @param barrierRules the names of the policy's rules that it meets at least in part
 * @param bestFormat the first of the client's formats that it has
 * @param distanceMeters to its nearest place, or null where that is not known or does not matter
 * @param interpreterOnly the client's language is there through an interpreter alone
 */
public record Evidence(
        List<Need> needs,
        List<String> interests,
        List<SupportType> supportTypes,
        List<Source> sources,
        List<Identity> matched,
        List<String> barrierRules,
        @Nullable Format bestFormat,
        @Nullable Integer distanceMeters,
        boolean interpreterOnly) {}
