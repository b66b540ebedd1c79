/** What the services agree on: the vocabulary, the topics and the schemas of the events. */
@NullMarked
package org.kith.contracts;

import org.jspecify.annotations.NullMarked;
