package org.kith.matching.scoring;

import java.util.List;
import org.kith.matching.candidate.Candidate;

/**
 * An eligible listing with what it is worth to this client.
 *
 * @param score in millionths; exactly the sum of the contributions
 * @param base the score's part without affinity and adjustments: the same with or without stated identity
 */
public record ScoredCandidate(
        Candidate candidate, long score, long base, List<Contribution> contributions, Evidence evidence) {
    public ScoredCandidate {
        contributions = List.copyOf(contributions);
    }
}
