/** One address for the API of all services and the console, on one machine and on Kubernetes. */
@NullMarked
package org.airwitness.gateway;

import org.jspecify.annotations.NullMarked;
