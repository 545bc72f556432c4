package org.airwitness.airspace.format;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Element of an XML document and the path to it; names are local ones. */
record XmlAt(Element element, String path, Issues issues) {
  String name() {
    return element.getLocalName();
  }

  /** Child elements with this name, in document order. */
  List<XmlAt> children(String name) {
    List<XmlAt> children = new ArrayList<>();
    for (XmlAt child : children()) {
      if (child.name().equals(name)) {
        children.add(
            new XmlAt(
                child.element(), path + "/" + name + "[" + (children.size() + 1) + "]", issues));
      }
    }
    return children;
  }

  /** All child elements in document order; their paths have no numbers. */
  List<XmlAt> children() {
    List<XmlAt> children = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        children.add(new XmlAt(child, path + "/" + child.getLocalName(), issues));
      }
    }
    return children;
  }

  /** The first element that these names lead to, one below the other. */
  Optional<XmlAt> find(String... names) {
    Optional<XmlAt> found = Optional.of(this);
    for (String name : names) {
      found = found.flatMap(at -> at.children(name).stream().findFirst());
    }
    return found;
  }

  /** Text of the element that these names lead to; null when absent, empty or nil. */
  @Nullable String text(String... names) {
    return find(names).map(XmlAt::ownText).filter(text -> !text.isEmpty()).orElse(null);
  }

  String ownText() {
    return element.getTextContent().strip();
  }

  /** Number in the element that these names lead to. */
  OptionalDouble number(String... names) {
    String text = text(names);
    try {
      double value = text == null ? Double.NaN : Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Attribute by its local name; empty when absent. */
  String attribute(String name) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (name.equals(attribute.getLocalName())) {
        return attribute.getNodeValue().strip();
      }
    }
    return "";
  }

  /** Attribute of this element, else of the nearest one around it that has it; empty when none. */
  String inheritedAttribute(String name) {
    for (Node n = element; n instanceof Element holder; n = n.getParentNode()) {
      String value = new XmlAt(holder, path, issues).attribute(name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** Elements with this name anywhere below, in document order. */
  List<XmlAt> descendants(String name) {
    List<XmlAt> found = new ArrayList<>();
    for (XmlAt child : children()) {
      if (child.name().equals(name)) {
        found.add(child);
      }
      found.addAll(child.descendants(name));
    }
    return found;
  }

  Place place() {
    return new Place(path, issues);
  }

  /** The element as XML text. */
  String raw() {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(element), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("an element of a document can be written", e);
    }
  }
}
