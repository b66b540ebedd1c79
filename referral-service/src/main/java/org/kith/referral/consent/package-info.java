/** What a client allowed: who may tell what to whom, and until when. */
@NullMarked
package org.kith.referral.consent;

import org.jspecify.annotations.NullMarked;
