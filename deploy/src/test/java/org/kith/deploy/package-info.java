/** Tests of the manifests for Kubernetes, without a cluster. */
package org.kith.deploy;
