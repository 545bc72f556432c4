package org.airwitness.systemtests.driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * A sensor as it should be built: it publishes with QoS 1, keeps each message until its PUBACK, and
 * sends what has none again, in order, on the next connection.
 */
public final class MqttSensor implements AutoCloseable {
  private static final int WINDOW = 8;
  private static final long PAUSE_MS = 250;

  private record Message(String topic, byte[] payload, CompletableFuture<Void> acknowledged) {}

  private record Sent(Message message, CompletableFuture<Void> answer) {}

  private final String mqttAddress;
  private final Agency.Account account;
  private final BlockingDeque<Message> waiting = new LinkedBlockingDeque<>();
  private final Deque<Sent> unanswered = new ArrayDeque<>();
  private final Thread thread;
  private final AtomicInteger resent = new AtomicInteger();
  private final AtomicInteger connectionsLost = new AtomicInteger();
  private volatile boolean closed;

  public MqttSensor(String mqttAddress, Agency.Account account) {
    this.mqttAddress = mqttAddress;
    this.account = account;
    this.thread = Thread.ofPlatform().daemon().name(account.username()).start(this::run);
  }

  /** Connects once and returns the code of the CONNACK. */
  public static int connackOf(String mqttAddress, String username, String password) {
    Agency.Account account = new Agency.Account("", username, password);
    try {
      MqttAsyncClient client = connect(mqttAddress, account);
      client.disconnect().waitForCompletion();
      client.close(true);
      return 0;
    } catch (MqttException e) {
      return e.getReasonCode();
    }
  }

  /** The id of the sensor. */
  public String id() {
    return account.sensor();
  }

  /** Hands a message over; done when its PUBACK came. */
  public CompletableFuture<Void> publish(String topic, String payload) {
    return publish(topic, payload.getBytes(StandardCharsets.UTF_8));
  }

  public CompletableFuture<Void> publish(String topic, byte[] payload) {
    Message message = new Message(topic, payload, new CompletableFuture<>());
    waiting.addLast(message);
    return message.acknowledged();
  }

  /** Hands a native batch over; done when its PUBACK came. */
  public CompletableFuture<Void> publish(NativeBatch batch) {
    return publish("s/" + id() + "/obs", batch.json());
  }

  /** Publishes and waits for the PUBACK. */
  public void deliver(String topic, String payload) {
    await(publish(topic, payload));
  }

  /** Waits for a PUBACK. */
  public static void await(CompletableFuture<Void> acknowledged) {
    acknowledged.orTimeout(TimeLimit.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** How many messages were sent a second time. */
  public int resent() {
    return resent.get();
  }

  /** How often a connection ended while messages had no PUBACK yet. */
  public int connectionsLost() {
    return connectionsLost.get();
  }

  private void run() {
    while (!closed) {
      try {
        MqttAsyncClient client = connect(mqttAddress, account);
        try {
          deliver(client);
        } finally {
          end(client);
        }
      } catch (MqttException | ExecutionException e) {
        takeBack();
        pause();
      } catch (InterruptedException e) {
        return; // closed
      }
    }
  }

  private static MqttAsyncClient connect(String mqttAddress, Agency.Account account)
      throws MqttException {
    String clientId = "test-" + UUID.randomUUID();
    MqttAsyncClient client =
        new MqttAsyncClient("tcp://" + mqttAddress, clientId, new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setUserName(account.username());
    options.setPassword(account.password().toCharArray());
    options.setCleanSession(true);
    options.setConnectionTimeout(10);
    options.setMaxInflight(2 * WINDOW);
    try {
      client.connect(options).waitForCompletion();
      return client;
    } catch (MqttException e) {
      client.close(true);
      throw e;
    }
  }

  private void deliver(MqttAsyncClient client)
      throws MqttException, ExecutionException, InterruptedException {
    while (!closed) {
      sendWaiting(client);
      if (!unanswered.isEmpty()) {
        awaitFirst(client);
      }
    }
  }

  private void sendWaiting(MqttAsyncClient client) throws MqttException, InterruptedException {
    while (unanswered.size() < WINDOW) {
      Message next = waiting.pollFirst(unanswered.isEmpty() ? PAUSE_MS : 0, TimeUnit.MILLISECONDS);
      if (next == null) {
        return;
      }
      Sent sent = new Sent(next, new CompletableFuture<>());
      unanswered.addLast(sent);
      client.publish(next.topic(), next.payload(), 1, false, null, answering(sent.answer()));
    }
  }

  private static IMqttActionListener answering(CompletableFuture<Void> answer) {
    return new IMqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        answer.complete(null);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable failure) {
        answer.completeExceptionally(failure);
      }
    };
  }

  private void awaitFirst(MqttAsyncClient client)
      throws MqttException, ExecutionException, InterruptedException {
    try {
      unanswered.getFirst().answer().get(PAUSE_MS, TimeUnit.MILLISECONDS);
      unanswered.removeFirst().message().acknowledged().complete(null);
    } catch (TimeoutException e) {
      if (!client.isConnected()) {
        throw new MqttException(MqttException.REASON_CODE_CONNECTION_LOST);
      }
    }
  }

  /** Puts what has no PUBACK back in front, in its order. */
  private void takeBack() {
    if (!unanswered.isEmpty()) {
      connectionsLost.incrementAndGet();
    }
    while (!unanswered.isEmpty()) {
      Sent last = unanswered.removeLast();
      waiting.addFirst(last.message());
      resent.incrementAndGet();
    }
  }

  private static void end(MqttAsyncClient client) {
    try {
      client.disconnectForcibly(0, 100);
      client.close(true);
    } catch (MqttException e) {
      // it was gone already
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
