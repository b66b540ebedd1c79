/** What organizations say about their capacity, and telling the directory. */
@NullMarked
package org.kith.referral.capacity;

import org.jspecify.annotations.NullMarked;
