/** The web of people that a client already has: what it holds, what it lacks, and what to be careful about. */
@NullMarked
package org.kith.matching.network;

import org.jspecify.annotations.NullMarked;
