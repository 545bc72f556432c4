import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiClient } from '../api/client';
import { messageOf } from '../api/problem';
import type { Page, QuarantineEntry, QuarantineQuery, Resubmission } from '../api/types';
import { resubmissionText } from '../text/resubmission';
import { QuarantineTable } from './quarantine-table';

/** Bounds how much one press of a button may re-submit: 10,000 entries. */
const MOST_PASSES = 100;
const EVERYTHING: QuarantineQuery = { sensor: '', reason: '', text: '' };

interface Props {
  readonly api: ApiClient;
  readonly searchesBytes: boolean;
  readonly resubmits: boolean;
  readonly onClose: () => void;
}

/** What sensors sent that was refused: to search, and to re-submit once what was wrong is put right. */
export function Quarantine({ api, searchesBytes, resubmits, onClose }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { page, message, isBusy, search, showMore, resubmit, resubmitAll } = useQuarantine(api);
  useEffect(() => {
    dialog.current?.showModal();
    search(EVERYTHING);
  }, [api]);
  return (
    <dialog class="quarantine" ref={dialog} onClose={onClose} aria-labelledby="quarantine-title">
      <header>
        <h2 id="quarantine-title">Quarantine</h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <SearchForm searchesBytes={searchesBytes} isBusy={isBusy} onSearch={search} />
      <p role="status">{message}</p>
      <QuarantineTable
        entries={page.items}
        isBusy={isBusy}
        onResubmit={resubmits ? resubmit : undefined}
      />
      <footer>
        {page.next !== undefined && (
          <button type="button" disabled={isBusy} onClick={showMore}>
            Show more
          </button>
        )}
        {resubmits && page.items.length > 0 && (
          <button type="button" disabled={isBusy} onClick={resubmitAll}>
            Re-submit all found
          </button>
        )}
      </footer>
    </dialog>
  );
}

interface QuarantineWork {
  readonly page: Page<QuarantineEntry>;
  /** How the last work ended, empty when the table says it. */
  readonly message: string;
  readonly isBusy: boolean;
  readonly search: (query: QuarantineQuery) => void;
  readonly showMore: () => void;
  readonly resubmit: (entryId: string) => void;
  readonly resubmitAll: () => void;
}

/** What was found last, and what can be done with it, one thing at a time. */
function useQuarantine(api: ApiClient): QuarantineWork {
  const [query, setQuery] = useState(EVERYTHING);
  const [page, setPage] = useState<Page<QuarantineEntry>>({ items: [] });
  const [message, setMessage] = useState('Loading …');
  const [isBusy, setBusy] = useState(true);

  async function run(work: () => Promise<string>): Promise<void> {
    setBusy(true);
    setMessage(await work().catch((cause: unknown) => `That did not work: ${messageOf(cause)}`));
    setBusy(false);
  }

  async function search(wanted: QuarantineQuery): Promise<string> {
    const found = await api.searchQuarantine(wanted);
    setQuery(wanted);
    setPage(found);
    return found.items.length === 0 ? 'Nothing found.' : '';
  }

  async function showMore(): Promise<string> {
    const more = await api.searchQuarantine(query, page.next);
    setPage({ ...more, items: [...page.items, ...more.items] });
    return '';
  }

  async function resubmit(passes: Promise<Resubmission[]>): Promise<string> {
    const outcome = resubmissionText(await passes);
    await search(query);
    return outcome;
  }

  return {
    page,
    message,
    isBusy,
    search: (wanted) => void run(() => search(wanted)),
    showMore: () => void run(showMore),
    resubmit: (id) => void run(() => resubmit(api.resubmit(id).then((pass) => [pass]))),
    resubmitAll: () => void run(() => resubmit(passesOf(api, query))),
  };
}

async function passesOf(api: ApiClient, query: QuarantineQuery): Promise<Resubmission[]> {
  const passes: Resubmission[] = [];
  let after: string | undefined;
  do {
    const pass = await api.resubmitFound(query, after);
    passes.push(pass);
    after = pass.next;
  } while (after !== undefined && passes.length < MOST_PASSES);
  return passes;
}

interface SearchProps {
  readonly searchesBytes: boolean;
  readonly isBusy: boolean;
  readonly onSearch: (query: QuarantineQuery) => void;
}

function SearchForm({ searchesBytes, isBusy, onSearch }: SearchProps): JSX.Element {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string): string => {
      const entered = form.get(name);
      return typeof entered === 'string' ? entered.trim() : '';
    };
    onSearch({ sensor: value('sensor'), reason: value('reason'), text: value('text') });
  };
  return (
    <form onSubmit={submit}>
      <label>
        Sensor <input name="sensor" />
      </label>
      <label>
        Reason <input name="reason" />
      </label>
      {searchesBytes && (
        <label>
          Text <input name="text" />
        </label>
      )}
      <button type="submit" disabled={isBusy}>
        Search
      </button>
    </form>
  );
}
