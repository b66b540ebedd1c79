/** Why a result is shown, in codes for programs and in neutral words for people. */
@NullMarked
package org.kith.matching.explanation;

import org.jspecify.annotations.NullMarked;
