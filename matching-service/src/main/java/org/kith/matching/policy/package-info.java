/** The weights, tables and thresholds of the model, read from one versioned file. */
@NullMarked
package org.kith.matching.policy;

import org.jspecify.annotations.NullMarked;
