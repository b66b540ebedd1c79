/** Asking afterwards whether it helped. */
@NullMarked
package org.kith.referral.checkin;

import org.jspecify.annotations.NullMarked;
