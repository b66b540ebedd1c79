/** What a coordinator works from: waiting, overdue, came back, check-ins due. */
@NullMarked
package org.kith.referral.worklist;

import org.jspecify.annotations.NullMarked;
