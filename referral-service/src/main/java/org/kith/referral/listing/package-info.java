/** Our own copy of the directory's listings, kept from its events. */
@NullMarked
package org.kith.referral.listing;

import org.jspecify.annotations.NullMarked;
