import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import {
  identityOf,
  mayAcknowledge,
  mayResubmit,
  maySeeOperator,
  maySeeQuarantine,
} from '../../src/auth/identity';
import type { Alert, Track } from '../../src/api/types';
import { MockOidc } from './oidc';
import { Quarantine } from './quarantine';
import { World, type News } from './world';
import { zoneTile, zoneTiles } from './zone-tiles';
import { ZONES } from './zones';

const TICK_MS = 1_000;

/**
 * A stand-in for the whole system inside Vite: same addresses, same shapes, four drones around Oslo.
 * For work on the console without a backend, and for its end-to-end test.
 */
export function mockBackend(): Plugin {
  return {
    name: 'airwitness-mock',
    configureServer: (server) => void server.middlewares.use(createMock()),
    configurePreviewServer: (server) => void server.middlewares.use(createMock()),
  };
}

type Next = () => void;

function createMock(): (request: IncomingMessage, response: ServerResponse, next: Next) => void {
  const world = new World();
  const quarantine = new Quarantine();
  const oidc = new MockOidc();
  setInterval(() => world.tick(), TICK_MS).unref();
  return (request, response, next) => {
    const url = new URL(request.url ?? '/', originOf(request));
    if (url.pathname === '/console/config.json') return json(response, CONFIG);
    if (url.pathname.startsWith('/oidc/')) return void answerOidc(oidc, request, response, url);
    if (url.pathname.startsWith('/api/v1/'))
      return answerApi(world, quarantine, request, response, url);
    next();
  };
}

const CONFIG = { oidc: { authority: '/oidc', clientId: 'airwitness-console' } };

async function answerOidc(
  oidc: MockOidc,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const query = url.searchParams;
  switch (url.pathname.slice('/oidc'.length)) {
    case '/.well-known/openid-configuration':
      json(response, oidc.discovery(url.origin));
      break;
    case '/authorize':
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(oidc.loginPage(query));
      break;
    case '/login':
      redirect(response, oidc.login(query));
      break;
    case '/endsession':
      redirect(response, query.get('post_logout_redirect_uri') ?? '/');
      break;
    case '/token': {
      const tokens = oidc.token(url.origin, new URLSearchParams(await bodyOf(request)));
      if (tokens) json(response, tokens);
      else json(response, { error: 'invalid_grant' }, 400);
      break;
    }
    default:
      problem(response, 404, 'Not found');
  }
}

function answerApi(
  world: World,
  quarantine: Quarantine,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): void {
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  if (token === '') return problem(response, 401, 'No token');
  const identity = identityOf(token);
  const see = maySeeOperator(identity) ? (track: Track): Track => track : withoutOperator;
  const [resource, id, action] = url.pathname.slice('/api/v1/'.length).split('/');
  switch (`${request.method} ${resource}${id === undefined ? '' : `/${action ?? id}`}`) {
    case 'GET tracks':
      return json(response, { items: world.tracks().map(see) });
    case 'GET tracks/stream':
      return stream(world, response, 'track', world.tracks(), ({ tracks }) => tracks.map(see));
    case 'GET tracks/history': {
      const fromMs = Date.parse(url.searchParams.get('from') ?? '');
      return json(response, { items: world.history(id ?? '', fromMs) });
    }
    case 'GET zones/tiles':
      response.setHeader('ETag', '"1"');
      return json(response, zoneTiles());
    case 'GET alerts':
      return json(response, {
        items: world.openAlerts(url.searchParams.get('state') ?? undefined),
      });
    case 'GET alerts/stream':
      return stream(world, response, 'alert', world.openAlerts(), ({ alerts }) => alerts);
    case 'POST alerts/acknowledge': {
      if (!mayAcknowledge(identity))
        return problem(response, 403, 'Your role may not acknowledge.');
      const alert = world.acknowledge(id ?? '', identity.name);
      return alert ? json(response, alert) : problem(response, 404, 'No such alert');
    }
    case 'GET quarantine':
      if (!maySeeQuarantine(identity)) return problem(response, 403, 'Your role may not see it.');
      return json(response, { items: quarantine.search(url.searchParams) });
    case 'POST quarantine/resubmit': {
      if (!mayResubmit(identity)) return problem(response, 403, 'Your role may not re-submit.');
      const chosen =
        action === undefined ? quarantine.search(url.searchParams) : quarantine.find(id ?? '');
      return json(response, quarantine.resubmit(chosen));
    }
    default:
      return answerZones(response, url.pathname);
  }
}

/** One tile of the zones, or one zone. */
function answerZones(response: ServerResponse, path: string): void {
  const tile = /^\/api\/v1\/zones\/tiles\/(\d+)\/(\d+)\/(\d+)\.mvt$/.exec(path);
  const zone = ZONES.find(({ id }) => path === `/api/v1/zones/${id}`);
  if (zone) return json(response, zone);
  if (tile === null) return problem(response, 404, 'Not found');
  const [z = 0, x = 0, y = 0] = tile.slice(1).map(Number);
  response.writeHead(200, { 'Content-Type': 'application/vnd.mapbox-vector-tile' });
  response.end(zoneTile(z, x, y));
}

function stream(
  world: World,
  response: ServerResponse,
  type: string,
  snapshot: readonly (Track | Alert)[],
  pick: (news: News) => readonly (Track | Alert)[],
): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const send = (item: Track | Alert): void => {
    response.write(`event: ${type}\nid: ${item.id}\ndata: ${JSON.stringify(item)}\n\n`);
  };
  response.write(': open\n\n');
  snapshot.forEach(send);
  const heartbeat = setInterval(() => response.write(': heartbeat\n\n'), 15_000);
  const silence = world.listen((news) => pick(news).forEach(send));
  response.on('close', () => {
    clearInterval(heartbeat);
    silence();
  });
}

function withoutOperator(track: Track): Track {
  const { operatorPosition: _, operatorPositionKind: __, operatorId: ___, ...rest } = track;
  return rest;
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title, status }));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: location });
  response.end();
}

function originOf(request: IncomingMessage): string {
  return `http://${request.headers.host ?? 'localhost'}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
