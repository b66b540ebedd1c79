/** The match request, from its check to the answer. */
@NullMarked
package org.kith.matching.match;

import org.jspecify.annotations.NullMarked;
