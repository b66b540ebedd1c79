/** Where the service meets Kafka, health and configuration. */
@NullMarked
package org.kith.matching.platform;

import org.jspecify.annotations.NullMarked;
