package org.airwitness.zone.config;

import io.quarkus.runtime.annotations.RegisterResourceBundle;

/**
 * What the JDK's XML parser says is wrong with a document, for the native image: without its words
 * the parser fails with another error, and the document is not refused.
 */
@RegisterResourceBundle(
    bundleName = "com.sun.org.apache.xerces.internal.impl.msg.XMLMessages",
    moduleName = "java.xml")
final class XmlMessages {
  private XmlMessages() {}
}
