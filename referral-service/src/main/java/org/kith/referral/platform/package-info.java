/** For whom a transaction runs, what is done once for every request, and the clock. */
@NullMarked
package org.kith.referral.platform;

import org.jspecify.annotations.NullMarked;
