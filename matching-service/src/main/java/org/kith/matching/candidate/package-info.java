/** A listing as matching sees it: decoded from the directory’s document, and held in an index in memory. */
@NullMarked
package org.kith.matching.candidate;

import org.jspecify.annotations.NullMarked;
