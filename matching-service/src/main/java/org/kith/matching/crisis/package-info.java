/** Before everything: who answers right now, from a versioned table and from fresh listings. */
@NullMarked
package org.kith.matching.crisis;

import org.jspecify.annotations.NullMarked;
