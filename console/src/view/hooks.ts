import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../stores/store';

/** The state of a store; the component is drawn again at most once per frame. */
export function useStore<S, A>(store: Store<S, A>): S {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    let frame = 0;
    const update = (): void => {
      frame = 0;
      setState(store.state);
    };
    const schedule = (): void => {
      frame ||= requestAnimationFrame(update);
    };
    schedule();
    const unsubscribe = store.subscribe(schedule);
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [store]);
  return state;
}

/** The present, renewed every second. */
export function useNowMs(): number {
  const [nowMs, setNowMs] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** Keeps the title of the tab; unlike drawing, this goes on while the tab is hidden. */
export function useTitle<S, A>(store: Store<S, A>, titleOf: (state: S) => string): void {
  useEffect(() => {
    const update = (): void => {
      document.title = titleOf(store.state);
    };
    update();
    return store.subscribe(update);
  }, [store, titleOf]);
}
