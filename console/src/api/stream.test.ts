import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from './client';
import { EventStream, type StreamListener } from './stream';

class RecordingListener implements StreamListener {
  readonly log: string[] = [];

  opened(): void {
    this.log.push('opened');
  }

  received(events: readonly { data: string }[]): void {
    this.log.push(...events.map(({ data }) => `received ${data}`));
  }

  interrupted(reason: string, retryAtMs: number): void {
    this.log.push(`interrupted (${reason}) for ${retryAtMs - Date.now()} ms`);
  }

  refused(reason: string): void {
    this.log.push(`refused (${reason})`);
  }
}

type Answer = (signal: AbortSignal) => Response;

/** Answers requests in turn; after the last answer requests hang. */
function serve(...answers: Answer[]): ReturnType<typeof vi.fn<typeof fetch>> {
  const fetching = vi.fn<typeof fetch>((_, init) => {
    const answer = answers.shift();
    const signal = init?.signal ?? new AbortController().signal;
    return answer ? Promise.resolve(signal).then(answer) : new Promise(() => undefined);
  });
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

function events(...chunks: string[]): () => Response {
  return () => new Response(chunks.join(''));
}

/** A stream that says one colon and then stays open until the reader has had enough. */
const silence: Answer = (signal) =>
  new Response(
    new ReadableStream({
      start: (out) => {
        out.enqueue(new TextEncoder().encode(':'));
        signal.addEventListener('abort', () => out.error(signal.reason));
      },
    }),
  );

describe('EventStream', () => {
  const listener = { current: new RecordingListener() };
  const end = { current: new AbortController() };

  const run = (): void => {
    const api = new ApiClient({ token: () => 'secret', refused: () => undefined });
    const stream = new EventStream(api, '/tracks/stream', listener.current, () => 1);
    void stream.run(end.current.signal);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    listener.current = new RecordingListener();
    end.current = new AbortController();
  });

  afterEach(() => {
    end.current.abort();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('hands on events and opens again when the server ends the stream', async () => {
    serve(events('data: 1\n\ndata: 2\n\n'), events('data: 3\n\n'));
    run();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listener.current.log).toEqual([
      'opened',
      'received 1',
      'received 2',
      'interrupted (The server closed the connection.) for 1000 ms',
      'opened',
      'received 3',
      'interrupted (The server closed the connection.) for 2000 ms',
    ]);
  });

  it('sends the bearer token', async () => {
    const fetching = serve(events());
    run();
    await vi.advanceTimersByTimeAsync(0);
    const headers = new Headers(fetching.mock.calls[0]?.[1]?.headers);
    expect(headers.get('Authorization')).toBe('Bearer secret');
  });

  it('waits longer after each failure in a row', async () => {
    const unreachable = (): Response => {
      throw new TypeError('connection refused');
    };
    serve(unreachable, unreachable, unreachable);
    run();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(listener.current.log).toEqual([
      'interrupted (The server cannot be reached.) for 1000 ms',
      'interrupted (The server cannot be reached.) for 2000 ms',
      'interrupted (The server cannot be reached.) for 4000 ms',
    ]);
  });

  it('gives up a connection that has gone silent', async () => {
    serve(silence);
    run();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(listener.current.log).toEqual([
      'opened',
      'interrupted (The server has gone silent.) for 1000 ms',
    ]);
  });

  it('stops for good when the role may not read', async () => {
    const fetching = serve(() => new Response('', { status: 403 }));
    run();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(listener.current.log).toEqual(['refused (Your role does not allow this.)']);
    expect(fetching).toHaveBeenCalledTimes(1);
  });

  it('says nothing more once it is stopped', async () => {
    serve(silence);
    run();
    await vi.advanceTimersByTimeAsync(10);
    end.current.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(listener.current.log).toEqual(['opened']);
  });
});
