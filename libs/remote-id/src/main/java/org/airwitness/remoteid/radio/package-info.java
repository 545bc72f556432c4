/**
 * The radio frames that carry drone identification: finds the payload, the transmitter and the
 * counter in Wi-Fi and Bluetooth frames as a sniffer hands them over.
 */
@NullMarked
package org.airwitness.remoteid.radio;

import org.jspecify.annotations.NullMarked;
