/** {@code /v1/search}: what may be asked over HTTP, the answers, and keeping the index in step with the listings. */
@NullMarked
package org.kith.directory.search;

import org.jspecify.annotations.NullMarked;
