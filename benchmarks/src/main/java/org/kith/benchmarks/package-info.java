/** The commands behind {@code dev/bench}. */
@NullMarked
package org.kith.benchmarks;

import org.jspecify.annotations.NullMarked;
