/** One event of a Server-Sent Events stream. */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
  readonly lastEventId: string;
}

/** One event may not be larger; a longer one means the stream is not what we think it is. */
const MOST_CHARS = 1_000_000;

/**
 * An incremental parser of an event stream (WHATWG HTML, section 9.2.6 "Interpreting an event
 * stream"). Text may be cut anywhere between two calls of `push`.
 */
export class SseParser {
  private text = '';
  private started = false;
  private type = '';
  private data: string[] = [];
  private lastEventId = '';

  /** Takes the next piece of the stream and returns the events completed by it. */
  push(chunk: string): ServerSentEvent[] {
    this.text += chunk;
    this.skipByteOrderMark();
    const events: ServerSentEvent[] = [];
    for (let line = this.takeLine(); line !== undefined; line = this.takeLine()) {
      const event = this.readLine(line);
      if (event) events.push(event);
    }
    this.checkSize();
    return events;
  }

  private skipByteOrderMark(): void {
    if (this.started || this.text === '') return;
    this.started = true;
    if (this.text.startsWith('\uFEFF')) this.text = this.text.slice(1);
  }

  /** The next whole line. A CR at the very end waits: it may be the first half of CR LF. */
  private takeLine(): string | undefined {
    const end = this.text.search(/[\r\n]/);
    if (end < 0) return undefined;
    const isCr = this.text[end] === '\r';
    if (isCr && end === this.text.length - 1) return undefined;
    const line = this.text.slice(0, end);
    this.text = this.text.slice(end + (isCr && this.text[end + 1] === '\n' ? 2 : 1));
    return line;
  }

  private readLine(line: string): ServerSentEvent | undefined {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    this.readField(field, value);
    return undefined;
  }

  private readField(field: string, value: string): void {
    if (field === 'event') this.type = value;
    else if (field === 'data') this.data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.lastEventId = value;
  }

  private dispatch(): ServerSentEvent | undefined {
    const { type, data, lastEventId } = this;
    this.type = '';
    this.data = [];
    if (data.length === 0) return undefined;
    return { type: type === '' ? 'message' : type, data: data.join('\n'), lastEventId };
  }

  private checkSize(): void {
    const size = this.data.reduce((sum, line) => sum + line.length, this.text.length);
    if (size > MOST_CHARS) throw new RangeError(`Event longer than ${MOST_CHARS} characters`);
  }
}
