/** One offer of a referral to one service. */
@NullMarked
package org.kith.referral.attempt;

import org.jspecify.annotations.NullMarked;
