/** Events leave and enter exactly with the transaction that they belong to. */
@NullMarked
package org.kith.outbox;

import org.jspecify.annotations.NullMarked;
