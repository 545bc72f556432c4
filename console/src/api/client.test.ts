import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from './client';

const refused = vi.fn();
const api = new ApiClient({ token: () => 'secret', refused });

function serve(answer: (url: string) => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(answer(url));
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  refused.mockClear();
});

describe('ApiClient', () => {
  it('reads all pages of a listing', async () => {
    const asked = serve((url) =>
      url.includes('after=')
        ? Response.json({ items: [{ id: 'b' }] })
        : Response.json({ items: [{ id: 'a' }], next: 'c&1' }),
    );
    const tracks = await api.listLiveTracks();
    expect(tracks.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(asked).toEqual([
      '/api/v1/tracks?status=live&limit=500',
      '/api/v1/tracks?status=live&limit=500&after=c%261',
    ]);
  });

  it('stops at a server that never ends its pages', async () => {
    const asked = serve(() => Response.json({ items: [], next: 'more' }));
    await api.listLiveTracks();
    expect(asked).toHaveLength(40);
  });

  it('knows the tiles of the zones by their version', async () => {
    const headers = { ETag: '"7"' };
    serve(() => Response.json({ tilejson: '3.0.0', bounds: [10, 59, 11, 60] }, { headers }));
    expect(await api.findZoneTiles()).toEqual({ version: '"7"', bounds: [10, 59, 11, 60] });
    serve(() => Response.json({ tilejson: '3.0.0' }, { headers }));
    expect(await api.findZoneTiles()).toEqual({ version: '"7"' });
  });

  it('tells what the problem document says', async () => {
    const headers = { 'Content-Type': 'application/problem+json' };
    const body = JSON.stringify({ title: 'Conflict', detail: 'The alert is resolved.' });
    serve(() => new Response(body, { status: 409, headers }));
    await expect(api.acknowledge('x')).rejects.toThrow('The alert is resolved.');
  });

  it('does not show a body that is no problem document', async () => {
    serve(() => new Response('<html>nginx</html>', { status: 502 }));
    await expect(api.listLiveTracks()).rejects.toThrow(
      'A service behind the gateway is not answering.',
    );
  });

  it('asks only for what is to be looked for in the quarantine', async () => {
    const asked = serve(() => Response.json({ items: [] }));
    await api.searchQuarantine({ sensor: '', reason: 'json-syntax', text: 'a&b' }, 'c=');
    await api.resubmitFound({ sensor: 'roof-1', reason: '', text: '' });
    await api.resubmit('x/y');
    expect(asked).toEqual([
      '/api/v1/quarantine?reason=json-syntax&text=a%26b&after=c%3D',
      '/api/v1/quarantine/resubmit?sensor=roof-1',
      '/api/v1/quarantine/x%2Fy/resubmit',
    ]);
  });

  it('reports a refused token', async () => {
    serve(() => new Response('', { status: 401 }));
    await expect(api.listLiveTracks()).rejects.toThrow('Your session has ended. Sign in again.');
    expect(refused).toHaveBeenCalledOnce();
  });
});
