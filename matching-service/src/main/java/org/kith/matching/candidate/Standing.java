package org.kith.matching.candidate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Flag;

/** How far a listing can be relied on: its state, the day somebody last verified it, and what it is flagged with. */
public record Standing(ListingStatus status, @Nullable LocalDate assured, CodeSet<Flag> flags) {}
