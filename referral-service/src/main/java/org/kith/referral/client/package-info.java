/** The people who are referred, as little of them as will do, and to whom what was disclosed. */
@NullMarked
package org.kith.referral.client;

import org.jspecify.annotations.NullMarked;
