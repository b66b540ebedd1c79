package org.kith.matching.selection;

import java.util.List;
import org.kith.matching.eligibility.Check;
import org.kith.matching.scoring.ScoredCandidate;

/** One result: its score, and what to confirm about it. */
public record Selected(ScoredCandidate scored, List<Check> checks) {}
