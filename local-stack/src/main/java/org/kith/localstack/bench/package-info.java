/** A first measure of a running suite: how many answers a second, how late the latest, and whether they were right. */
@NullMarked
package org.kith.localstack.bench;

import org.jspecify.annotations.NullMarked;
