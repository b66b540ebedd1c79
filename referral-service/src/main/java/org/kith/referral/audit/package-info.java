/** The append-only log of who read, changed and was denied what. */
@NullMarked
package org.kith.referral.audit;

import org.jspecify.annotations.NullMarked;
