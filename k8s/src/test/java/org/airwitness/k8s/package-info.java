/**
 * The chart as data: rendered as an installation would, and held against what must be true of it.
 */
package org.airwitness.k8s;
