/** Holds one state that only changes through a pure reducer, and tells its listeners. */
export class Store<S, A> {
  private current: S;
  private readonly reduce: (state: S, action: A) => S;
  private readonly listeners = new Set<() => void>();

  constructor(initial: S, reduce: (state: S, action: A) => S) {
    this.current = initial;
    this.reduce = reduce;
  }

  get state(): S {
    return this.current;
  }

  readonly dispatch = (action: A): void => {
    const next = this.reduce(this.current, action);
    if (next === this.current) return;
    this.current = next;
    this.listeners.forEach((listener) => listener());
  };

  /** Calls `listener` after every change; the result ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
}
