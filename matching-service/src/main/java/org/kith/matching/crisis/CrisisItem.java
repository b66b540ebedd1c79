package org.kith.matching.crisis;

import java.util.List;
import org.kith.matching.candidate.Candidate;

/**
 * One line that answers now.
 *
 * @param fromTable whether it is a row of the table and no listing of the directory
 * @param checks what to mind, as codes
 */
public record CrisisItem(Candidate candidate, boolean fromTable, List<String> checks) {}
