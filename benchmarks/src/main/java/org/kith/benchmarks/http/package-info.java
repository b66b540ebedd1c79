/** A client as light as can be, so that the load costs little of the machine that it shares with what it measures. */
@NullMarked
package org.kith.benchmarks.http;

import org.jspecify.annotations.NullMarked;
