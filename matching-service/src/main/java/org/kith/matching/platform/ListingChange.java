package org.kith.matching.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;

/** A listing as it is now, or that it is gone. */
public record ListingChange(UUID id, @Nullable Candidate candidate) {}
