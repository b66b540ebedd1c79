/** A match request as the thinking sees it: validated, resolved, and free of anything that was only text. */
@NullMarked
package org.kith.matching.query;

import org.jspecify.annotations.NullMarked;
