package org.airwitness.standalone.feed;

import java.util.Iterator;
import java.util.function.Function;

/** The results of a function over the elements of another iterator. */
record MappedIterator<S, T>(Iterator<S> source, Function<S, T> function) implements Iterator<T> {

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public T next() {
    return function.apply(source.next());
  }
}
