package org.kith.matching.network;

import java.util.List;

/**
 * What the network lacks.
 *
 * @param notes {@code draining_tie:<role>}, {@code reciprocity_imbalance:gives_only}, {@code virtual_overreliance},
 *     {@code single_point:<type>}, {@code overreliance_professional}
 */
public record Gaps(List<String> supportTypes, List<String> sources, List<String> notes) {}
