/** What went wrong last, one message per source: a repeated failure does not pile up. */
export type NoticesState = ReadonlyMap<string, string>;

export type NoticesAction =
  | { readonly type: 'notices/raised'; readonly source: string; readonly message: string }
  | { readonly type: 'notices/cleared'; readonly source: string };

export const noNotices: NoticesState = new Map();

export function noticesReducer(state: NoticesState, action: NoticesAction): NoticesState {
  switch (action.type) {
    case 'notices/raised':
      if (state.get(action.source) === action.message) return state;
      return new Map(state).set(action.source, action.message);
    case 'notices/cleared':
      if (!state.has(action.source)) return state;
      return new Map([...state].filter(([source]) => source !== action.source));
  }
}
