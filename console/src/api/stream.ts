import type { ApiClient } from './client';
import { backOffMs, type Random } from './back-off';
import { ApiError, messageOf } from './problem';
import { SseParser, type ServerSentEvent } from './sse';

/** What a stream tells its owner. */
export interface StreamListener {
  /** Connected; events follow. The moment to load what may have been missed. */
  opened(signal: AbortSignal): void;
  received(events: readonly ServerSentEvent[]): void;
  /** Not connected; the next attempt starts at `retryAt` (milliseconds since the epoch). */
  interrupted(reason: string, retryAt: number): void;
  /** Closed for good: this token may not read the stream. */
  refused(reason: string): void;
}

/** Two missed heartbeats of 15 s and some patience: the connection is dead. */
const SILENCE_MS = 40_000;
/** A connection that lived this long was a good one: the next failure starts from the shortest wait. */
const STABLE_MS = 20_000;

/**
 * A Server-Sent Events connection that is opened again with growing waits until it is aborted.
 * Uses fetch because EventSource cannot send an Authorization header.
 */
export class EventStream {
  private readonly api: ApiClient;
  private readonly path: string;
  private readonly listener: StreamListener;
  private readonly random: Random;

  constructor(
    api: ApiClient,
    path: string,
    listener: StreamListener,
    random: Random = Math.random,
  ) {
    this.api = api;
    this.path = path;
    this.listener = listener;
    this.random = random;
  }

  /** Reads until `signal` aborts or the server refuses. */
  async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    for (;;) {
      const startedAt = Date.now();
      const failure = await this.readOnce(signal);
      if (signal.aborted) return;
      if (failure instanceof ApiError && failure.isForbidden) {
        this.listener.refused(failure.message);
        return;
      }
      failures = Date.now() - startedAt > STABLE_MS ? 1 : failures + 1;
      const waitMs = backOffMs(failures, this.random);
      this.listener.interrupted(messageOf(failure), Date.now() + waitMs);
      await pause(waitMs, signal);
    }
  }

  /** One connection from opening to its end; the result is why it ended. */
  private async readOnce(signal: AbortSignal): Promise<unknown> {
    const silence = new AbortController();
    const watchdog = new Watchdog(SILENCE_MS, () => silence.abort());
    try {
      await this.read(AbortSignal.any([signal, silence.signal]), watchdog);
      return new Error('The server closed the connection.');
    } catch (cause) {
      return watchdog.hasBitten ? new Error('The server has gone silent.') : cause;
    } finally {
      watchdog.stop();
      silence.abort();
    }
  }

  private async read(signal: AbortSignal, watchdog: Watchdog): Promise<void> {
    const headers = { Accept: 'text/event-stream' };
    const response = await this.api.request(this.path, { headers, signal, cache: 'no-store' });
    if (response.body === null) throw new Error('The server sent no stream.');
    this.listener.opened(signal);
    const parser = new SseParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      watchdog.feed();
      const events = parser.push(part.value);
      if (events.length > 0) this.listener.received(events);
    }
  }
}

/** A timer that bites once when it is not fed in time. */
class Watchdog {
  hasBitten = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly patienceMs: number;
  private readonly bite: () => void;

  constructor(patienceMs: number, bite: () => void) {
    this.patienceMs = patienceMs;
    this.bite = bite;
    this.feed();
  }

  feed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.hasBitten = true;
      this.bite();
    }, this.patienceMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
