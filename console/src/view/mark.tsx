import type { JSX } from 'preact';

/** The sign of the project: a drone symbol inside range rings. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="15" />
      <circle cx="16" cy="16" r="9.5" />
      <path d="M16 8l5.5 14.5L16 19.5l-5.5 3z" />
    </svg>
  );
}
