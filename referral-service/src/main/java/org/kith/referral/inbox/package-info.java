/** What the staff of a receiving organization work from. */
@NullMarked
package org.kith.referral.inbox;

import org.jspecify.annotations.NullMarked;
