/** The steps that a client agreed to take, taken over from a match. */
@NullMarked
package org.kith.referral.plan;

import org.jspecify.annotations.NullMarked;
