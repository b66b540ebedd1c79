/** What the source asked for, and everything that may happen to it and its attempts. */
@NullMarked
package org.kith.referral.referral;

import org.jspecify.annotations.NullMarked;
