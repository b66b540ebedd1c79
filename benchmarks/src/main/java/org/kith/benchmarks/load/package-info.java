/** Fills the tables of a directory at the speed of COPY, as the service itself would have left them. */
@NullMarked
package org.kith.benchmarks.load;

import org.jspecify.annotations.NullMarked;
