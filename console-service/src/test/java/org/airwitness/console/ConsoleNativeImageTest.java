package org.airwitness.console;

import org.airwitness.platform.testing.NativeImageRules;

class ConsoleNativeImageTest extends NativeImageRules {}
