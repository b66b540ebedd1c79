package org.kith.matching.query;

import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Cost;

/**
 * What the client can pay.
 *
 * @param most the dearest that does, or null where nothing was said
 * @param insured the client named an insurance
 */
public record CostWish(@Nullable Cost most, boolean insured) {}
