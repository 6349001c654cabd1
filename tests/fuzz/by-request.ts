/** What is asked over HTTP: every route that the router has, and paths that it has not. */
import { drawBetween, drawOne, type Random } from '#game/scenarios/random.ts';
import type { Fuzz } from './by-link.ts';
import type { Route } from './host.ts';
import { keepSome } from './known.ts';
import { garble, mutate, toJson } from './mutate.ts';
import { BOUNDARY, HEADERS, METHODS, PATHS, QUERY_ENDS, TYPES } from './odd-requests.ts';
import type { Actor, Kind } from './people.ts';
import { type Request, send } from './requests.ts';
import { BODIES, QUERIES, type Shape, valueFor } from './shapes.ts';

/** What a route has been found to take, and from whom. */
type Learnt = { readonly bodies: Set<Shape>; readonly kinds: Set<Kind>; readonly values: string[] };
type Asked = { readonly request: Request; readonly route: Route | null; readonly shape: Shape | null; readonly values: readonly string[] };

/** Asks until there is nothing left to ask. */
export function createAsker(fuzz: Fuzz, routes: readonly Route[]) {
  const learnt = new Map<Route, Learnt>(routes.map((route) => [route, { bodies: new Set(), kinds: new Set(), values: [] }]));
  const recent: Asked[] = [];

  return async function ask(random: Random): Promise<void> {
    while (fuzz.takeOne()) await askOne(random);
  };

  async function askOne(random: Random): Promise<void> {
    const wanted = drawOne(random, routes);
    const kinds = [...(learnt.get(wanted)?.kinds ?? [])];
    const actor = fuzz.people.draw(random, kinds.length > 0 && random() < 0.6 ? drawOne(random, kinds) : null);
    const asked = random() < 0.05 && recent.length > 0 ? drawOne(random, recent) : make(random, wanted, actor);
    const { route, request } = asked;
    if (actor.kind === 'admin' && fuzz.isAboutBystanders(`${request.target}${request.body ?? ''}`)) return;
    keepSome(random, recent, 50, asked);
    const response = await send(fuzz.port, { ...request, headers: [['Cookie', actor.cookie], ...request.headers] }, fuzz.nextSender());
    const name = route ? `${route.method} ${route.path}` : 'other paths';
    if (response === 'silent') return void fuzz.tally.fail('http', `silent at ${name}`, show(request, actor));
    fuzz.tally.count('http', response.status === 0 ? 'closed' : String(response.status));
    fuzz.tally.count('route', name);
    if (response.status >= 500 && !isUnknownToHttp(response.status))
      fuzz.tally.fail('http', `${response.status} at ${name}`, show(request, actor));
    learn(random, asked, actor, response.status, response.body);
  }

  /** Of Node itself: a method or an encoding that it has not. */
  function isUnknownToHttp(status: number): boolean {
    return status === 501 || status === 505;
  }

  function learn(random: Random, { route, shape, values }: Asked, { kind }: Actor, status: number, body: string): void {
    const known = route && learnt.get(route);
    if (!known || status < 200 || status >= 300) return;
    if (shape) known.bodies.add(shape);
    known.kinds.add(kind);
    for (const value of values) keepSome(random, known.values, 30, value);
    if (body.startsWith('{')) fuzz.known.meet(random, readJson(body));
  }

  function make(random: Random, wanted: Route, actor: Actor): Asked {
    const kind = random();
    if (kind < 0.08)
      return {
        route: null,
        shape: null,
        values: [],
        request: { ...plain(drawOne(random, METHODS), drawOne(random, PATHS)), body: oddBody(random) },
      };
    const asked = ofRoute(random, wanted, actor);
    if (kind < 0.4) return asked;
    return { ...asked, shape: null, values: [], request: spoil(random, asked.request) };
  }

  function ofRoute(random: Random, route: Route, actor: Actor): Asked {
    const known: Learnt = learnt.get(route) ?? { bodies: new Set(), kinds: new Set(), values: [] };
    const values: string[] = [];
    const path = route.path.replace(/:\w+(\{[^}]*\})?/g, () => {
      const value =
        known.values.length > 0 && random() < 0.5 && actor.kind !== 'admin' ? drawOne(random, known.values) : fuzz.known.drawAny(random);
      values.push(value);
      return encodeURIComponent(value);
    });
    const hasBody = route.method !== 'GET' && random() < 0.95;
    const shape = hasBody ? (known.bodies.size > 0 && random() < 0.8 ? drawOne(random, [...known.bodies]) : drawOne(random, BODIES)) : null;
    const body = shape && Buffer.from(toJson(valueFor(random, fuzz.known, shape)));
    return {
      route,
      shape,
      values,
      request: { ...plain(route.method, path + queryOf(random)), body, headers: body ? [['Content-Type', 'application/json']] : [] },
    };
  }

  function queryOf(random: Random): string {
    if (random() < 0.6) return '';
    const query = valueFor(random, fuzz.known, drawOne(random, QUERIES)) as Record<string, unknown>;
    return `?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`;
  }
}

function plain(method: string, target: string): Request {
  return { method, target, headers: [], body: null, chunk: null, isCut: false };
}

function spoil(random: Random, request: Request): Request {
  const { body } = request;
  switch (drawBetween(random, 0, 11)) {
    case 0:
      return { ...request, method: drawOne(random, METHODS) };
    case 1:
      return {
        ...request,
        target: request.target.replace(/[^/?]+(?=\?|$)/, () =>
          drawOne(random, ['%00', '%ff', '..', '__proto__', '%ed%a0%80', 'x'.repeat(500), '-0', '%u0000']),
        ),
      };
    case 2:
      return { ...request, target: request.target.replace(/\?.*$|$/, drawOne(random, QUERY_ENDS)) };
    case 3:
      return { ...request, headers: drawOne(random, HEADERS), isCut: true };
    case 4:
      return { ...request, headers: [['Content-Type', drawOne(random, TYPES)]], chunk: body && drawBetween(random, 1, 40) };
    case 5:
      return { ...request, body: oddBody(random) };
    case 6:
      return { ...request, body: body && garble(random, body) };
    case 7:
      return { ...request, headers: [['Content-Type', 'multipart/form-data; boundary=x']], body: BOUNDARY };
    default:
      return { ...request, body: body && Buffer.from(toJson(mutate(random, readJson(body.toString())))) };
  }
}

function oddBody(random: Random): Buffer {
  const bodies = [
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '[[[[',
    '{"a":',
    '\ufeff{}',
    '\u0000',
    'name\nAda',
    '{}',
    `"${'x'.repeat(5_000)}"`,
    '['.repeat(4_000),
  ];
  if (random() < 0.02) return Buffer.alloc(drawOne(random, [70_000, 300_000]), drawOne(random, ['x', '[', '\n', '"a,']));
  return random() < 0.2 ? Buffer.from(Array.from({ length: 60 }, () => drawBetween(random, 0, 255))) : Buffer.from(drawOne(random, bodies));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** So that it can be sent again. */
function show({ method, target, headers, body, chunk }: Request, { kind }: Actor): string {
  return JSON.stringify({ by: kind, method, target, headers, chunk, body: body?.toString() });
}
