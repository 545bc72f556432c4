import { describe, expect, it } from 'vitest';
import { SseParser, type ServerSentEvent } from './sse';

const STREAM = [
  '\uFEFF: open\r\n\r\n',
  'event: track\r\nid: 7\r\ndata: {"a":"å→"}\r\n\r\n',
  'data: one\ndata:two\n\n',
  'event: alert\rdata: third\r\r',
  'retry: 10\nevent: lost\n\n',
  'data\n\n',
].join('');

const EVENTS: ServerSentEvent[] = [
  { type: 'track', data: '{"a":"å→"}', lastEventId: '7' },
  { type: 'message', data: 'one\ntwo', lastEventId: '7' },
  { type: 'alert', data: 'third', lastEventId: '7' },
  { type: 'message', data: '', lastEventId: '7' },
];

describe('SseParser', () => {
  it('reads every event of a stream in one piece', () => {
    expect(new SseParser().push(STREAM)).toEqual(EVENTS);
  });

  it('reads the same events wherever the stream is cut in two', () => {
    for (let cut = 0; cut <= STREAM.length; cut++) {
      const parser = new SseParser();
      const events = [...parser.push(STREAM.slice(0, cut)), ...parser.push(STREAM.slice(cut))];
      expect(events, `cut at ${cut}`).toEqual(EVENTS);
    }
  });

  it('reads the same events from single characters', () => {
    const parser = new SseParser();
    expect(Array.from(STREAM, (char) => parser.push(char)).flat()).toEqual(EVENTS);
  });

  it('keeps an event back until its empty line has come', () => {
    const parser = new SseParser();
    expect(parser.push('data: x\n')).toEqual([]);
    expect(parser.push('\n')).toHaveLength(1);
  });

  it('takes only one space after the colon away', () => {
    expect(new SseParser().push('data:  x\n\n')[0]?.data).toBe(' x');
  });

  it('ignores an id with a null character', () => {
    expect(new SseParser().push('id: a\0b\ndata: x\n\n')[0]?.lastEventId).toBe('');
  });

  it('refuses an event that never ends', () => {
    const parser = new SseParser();
    const line = `data: ${'x'.repeat(200_000)}\n`;
    expect(() => {
      for (let i = 0; i < 10; i++) parser.push(line);
    }).toThrow(RangeError);
  });
});
