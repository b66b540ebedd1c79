/** Infers codes from what a listing says, by rules that are data; plain Java that knows nothing of where listings are kept. */
@NullMarked
package org.kith.directory.tagging;

import org.jspecify.annotations.NullMarked;
