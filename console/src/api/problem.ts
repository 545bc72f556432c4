import type { Problem } from './types';

/** A refused or failed request, with a message that can be shown to the user. */
export class ApiError extends Error {
  /** HTTP status, or undefined when the server could not be reached. */
  readonly status: number | undefined;

  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause });
    this.name = 'ApiError';
    this.status = status;
  }

  static unreachable(cause: unknown): ApiError {
    return new ApiError('The server cannot be reached.', undefined, cause);
  }

  /** True when the role does not allow it: asking again cannot help. */
  get isForbidden(): boolean {
    return this.status === 403;
  }
}

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The server did not accept the request.',
  401: 'Your session has ended. Sign in again.',
  403: 'Your role does not allow this.',
  404: 'This does not exist, or does not belong to your agency.',
  409: 'This was changed by someone else in the meantime.',
  429: 'Too many requests. Try again shortly.',
  502: 'A service behind the gateway is not answering.',
  503: 'A service is not ready.',
  504: 'A service took too long to answer.',
};

/** The problem+json body of a failed response as an error; a body of another kind is not shown. */
export async function readProblem(response: Response): Promise<ApiError> {
  const { status } = response;
  const meaning = MEANINGS[status] ?? `The server answered with status ${status}.`;
  const isProblem = response.headers.get('Content-Type')?.includes('json') ?? false;
  if (!isProblem || status === 401) return new ApiError(meaning, status);
  const problem = (await response.json().catch(() => ({}))) as Problem;
  return new ApiError(problem.detail ?? problem.title ?? meaning, status);
}

export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
