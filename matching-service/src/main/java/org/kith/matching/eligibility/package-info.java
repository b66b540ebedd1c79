/** The hard filters H1–H18: who may be shown, who must be asked about first, and why not. */
@NullMarked
package org.kith.matching.eligibility;

import org.jspecify.annotations.NullMarked;
