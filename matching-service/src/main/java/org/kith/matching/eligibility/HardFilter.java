package org.kith.matching.eligibility;

import org.kith.matching.candidate.Candidate;

/** One of the filters H1–H18, for one client. */
@FunctionalInterface
interface HardFilter {
    Outcome judge(Candidate listing);
}
