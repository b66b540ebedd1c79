/** A server that does nothing, to know what the framework and the machine cost without us. */
@NullMarked
package org.kith.benchmarks.idle;

import org.jspecify.annotations.NullMarked;
