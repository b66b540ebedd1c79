/** The set that is shown: varied, within its rules, and the same on every machine; and why a listing is not in it. */
@NullMarked
package org.kith.matching.selection;

import org.jspecify.annotations.NullMarked;
