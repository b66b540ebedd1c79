/** Encryption of single columns with a key per client; plain Java. */
@NullMarked
package org.kith.referral.privacy;

import org.jspecify.annotations.NullMarked;
