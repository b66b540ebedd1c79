/** Persons with expectations, planted directories with traps, and what the answer makes of them. */
@NullMarked
package org.kith.matching.persona;

import org.jspecify.annotations.NullMarked;
