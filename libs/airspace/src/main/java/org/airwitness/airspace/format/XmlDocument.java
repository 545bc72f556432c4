package org.airwitness.airspace.format;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.airwitness.airspace.Severity;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Turns bytes into an XML tree within limits; what is refused becomes one fatal issue.
 *
 * <p>No document type declaration, no external entity, no other encoding than UTF-8.
 */
final class XmlDocument {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String MAX_DEPTH = "jdk.xml.maxElementDepth";
  private static final int DEPTH = 64;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([^\"']*)");

  private XmlDocument() {}

  static Optional<XmlAt> parse(byte[] document, Issues issues) {
    return TextDocument.utf8(document, issues)
        .filter(text -> isUtf8(text, issues))
        .flatMap(text -> parse(text, issues));
  }

  private static boolean isUtf8(String text, Issues issues) {
    Matcher declared = DECLARED.matcher(text);
    boolean utf8 = !declared.find() || declared.group(1).equalsIgnoreCase("UTF-8");
    if (!utf8) {
      issues.add(
          "", "DOC_ENCODING", Severity.FATAL, "UTF-8 is read only, not " + declared.group(1));
    }
    return utf8;
  }

  private static Optional<XmlAt> parse(String text, Issues issues) {
    try {
      Element root = builder().parse(new InputSource(new StringReader(text))).getDocumentElement();
      return Optional.of(new XmlAt(root, "", issues));
    } catch (SAXException e) {
      issues.add("", "DOC_SYNTAX", Severity.FATAL, "not readable XML: " + reason(e));
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("a string is read without I/O", e);
    }
  }

  private static String reason(SAXException e) {
    return e instanceof SAXParseException at
        ? "line " + at.getLineNumber() + ": " + at.getMessage()
        : String.valueOf(e.getMessage());
  }

  private static DocumentBuilder builder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute(MAX_DEPTH, DEPTH);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Throwing());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the parser of the JDK has these features", e);
    }
  }

  /** Errors are thrown and never printed. */
  private static final class Throwing implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
