/** Organizations: who answers for services. */
@NullMarked
package org.kith.directory.organization;

import org.jspecify.annotations.NullMarked;
