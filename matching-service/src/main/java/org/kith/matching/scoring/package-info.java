/** What an eligible listing is worth to this client, in millionths, and which term gave how much. */
@NullMarked
package org.kith.matching.scoring;

import org.jspecify.annotations.NullMarked;
