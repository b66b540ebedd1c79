package org.kith.matching.selection;

import java.util.List;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.eligibility.Check;
import org.kith.matching.eligibility.Filter;

/** A listing that may fit once somebody has asked; never ranked with the results. */
public record AskFirst(Candidate candidate, List<Filter> because, List<Check> checks) {}
