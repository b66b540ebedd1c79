/** A few small steps instead of a list: gentle first, never bolder than the client is ready for. */
@NullMarked
package org.kith.matching.plan;

import org.jspecify.annotations.NullMarked;
