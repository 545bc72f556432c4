package org.airwitness.remoteid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The messages of one frame in the order they were sent.
 *
 * @param container what the messages came in
 * @param messages up to 9 messages from the air, up to 22 from a receiver's structure; none in an
 *     empty pack
 * @param findings everything malformed, in the order of the messages
 * @param payload the bytes, so that everything can be decoded again
 */
public record Frame(
    Container container, List<Message> messages, List<Finding> findings, Bytes payload)
    implements Decoded {

  /** What messages come in. */
  public enum Container {
    /** A message of its own. */
    MESSAGE,
    /** A message pack. */
    PACK,
    /** The memory structure of a receiver, see {@link UasDataStruct}. */
    STRUCT
  }

  public Frame {
    messages = List.copyOf(messages);
    findings = List.copyOf(findings);
  }

  /** The first message of a type. */
  public <M extends Message> Optional<M> find(Class<M> type) {
    for (Message message : messages) {
      if (type.isInstance(message)) {
        return Optional.of(type.cast(message));
      }
    }
    return Optional.empty();
  }

  /** All messages of a type. */
  public <M extends Message> List<M> list(Class<M> type) {
    return messages.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The authentication data, empty while pages are missing from this frame. */
  public Optional<AuthenticationData> findAuthentication() {
    return AuthenticationData.assemble(list(Authentication.class));
  }

  /**
   * The 25 bytes of the message at an index; empty for a receiver's structure.
   *
   * @throws IndexOutOfBoundsException if there is no such message
   */
  public Optional<Bytes> findRaw(int message) {
    Objects.checkIndex(message, messages.size());
    return switch (container) {
      case MESSAGE -> Optional.of(payload.slice(0, RemoteIdDecoder.MESSAGE_BYTES));
      case PACK ->
          Optional.of(
              payload.slice(RemoteIdDecoder.messageOffset(message), RemoteIdDecoder.MESSAGE_BYTES));
      case STRUCT -> Optional.empty();
    };
  }
}
