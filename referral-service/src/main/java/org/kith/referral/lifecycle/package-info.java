/** The rules of a referral, in plain Java: both levels' states and edges, who may take them, and by when. */
@NullMarked
package org.kith.referral.lifecycle;

import org.jspecify.annotations.NullMarked;
