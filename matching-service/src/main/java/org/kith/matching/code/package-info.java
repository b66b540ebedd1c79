/** The codes of {@code contracts/vocabulary.json} as enums and sets of one {@code long}; a test holds the two together. */
@NullMarked
package org.kith.matching.code;

import org.jspecify.annotations.NullMarked;
