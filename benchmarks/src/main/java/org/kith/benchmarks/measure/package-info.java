/** How often, how late, at what cost, and whether it was right. */
@NullMarked
package org.kith.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
