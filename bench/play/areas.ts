/** Where the time of a CPU profile went: by area, and by function. Self time, by the clock: what waits for the disk counts as well. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Profile } from '../profile.ts';

type Node = Profile['nodes'][number];

export type Spent = { readonly name: string; readonly ms: number };

const PACKAGES: Readonly<Record<string, string>> = {
  'socket.io': 'socket.io, engine.io, ws',
  'socket.io-adapter': 'socket.io, engine.io, ws',
  'socket.io-parser': 'socket.io, engine.io, ws',
  'engine.io': 'socket.io, engine.io, ws',
  'engine.io-parser': 'socket.io, engine.io, ws',
  ws: 'socket.io, engine.io, ws',
  zod: 'parse (zod)',
  'drizzle-orm': 'drizzle',
  'better-sqlite3': 'better-sqlite3',
};
const FOLDERS: Readonly<Record<string, string>> = {
  game: 'decide, judge, fold (game)',
  protocol: 'parse (zod)',
  db: 'our db',
  server: 'our server',
  bench: 'the bench itself',
};
const V8: Readonly<Record<string, string>> = {
  '(garbage collector)': 'gc',
  '(program)': 'Node and libuv outside JavaScript',
  '(root)': 'Node and libuv outside JavaScript',
};

/** `milliseconds` without idle time, areas and functions with most first. */
export function readProfile({ nodes, samples = [], timeDeltas = [] }: Profile) {
  const self = new Map<number, number>();
  samples.forEach((id, n) => void self.set(id, (self.get(id) ?? 0) + (timeDeltas[n] ?? 0) / 1_000));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const areas = new Map<string, number>();
  const functions = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, ms: number) => to.set(name, (to.get(name) ?? 0) + ms);
  for (const node of nodes) {
    const ms = self.get(node.id) ?? 0;
    if (ms === 0 || isNobody(node)) continue;
    const area = areaOf(node, parents);
    add(areas, area, ms);
    add(functions, `${node.callFrame.functionName || '(anonymous)'} — ${placeOf(node.callFrame) ?? area}`, ms);
  }
  const spent = (from: Map<string, number>): readonly Spent[] => [...from].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
  return { milliseconds: spent(areas).reduce((sum, { ms }) => sum + ms, 0), areas: spent(areas), functions: spent(functions) };
}

/** Idle, or the start of the profile itself. */
function isNobody({ callFrame: { functionName, url } }: Node): boolean {
  return functionName === '(idle)' || (functionName === 'dispatch' && url === '') || url === 'node:inspector';
}

function areaOf(node: Node, parents: ReadonlyMap<number, Node>): string {
  const { functionName, url } = node.callFrame;
  if (url !== '') return areaOfPlace(placeOf(node.callFrame) ?? url);
  const known = V8[functionName];
  if (known !== undefined) return known;
  const caller = parents.get(node.id);
  if (!caller) return functionName;
  if (isSqlite(caller))
    return caller.callFrame.functionName === 'sqliteTransaction' ? 'SQLite: begin, commit, fsync' : 'SQLite: statements';
  if (functionName === 'parse' || functionName === 'stringify') return 'JSON';
  return /^(write|writev|read|shutdown|sendmsg)/.test(functionName) ? 'sockets: system calls' : areaOf(caller, parents);
}

function isSqlite({ callFrame: { url } }: Node): boolean {
  return /node_modules\/(better-sqlite3|drizzle-orm)\//.test(url);
}

function areaOfPlace(place: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(place) ?? [];
  if (name !== undefined) return PACKAGES[name] ?? name;
  if (place.startsWith('node:')) return 'node: streams, timers, promises';
  return FOLDERS[place.split('/')[0] ?? ''] ?? 'other';
}

/** The file in which a function stands, as it was before it was bundled. */
function placeOf({ url, lineNumber, columnNumber }: Node['callFrame']): string | null {
  if (!url.includes('/.build/')) return url === '' ? null : url.replace(/^.*\/(node_modules\/)/, '$1');
  const source = mapOf(url)?.findEntry(lineNumber, columnNumber);
  const original = source && 'originalSource' in source ? source.originalSource : url;
  return original.replace(/^(\.\.\/)+/, '').replace(/^.*\/(?=(game|server|db|protocol|bench)\/)/, '');
}

const maps = new Map<string, SourceMap | null>();

function mapOf(url: string): SourceMap | null {
  const known = maps.get(url);
  if (known !== undefined) return known;
  const read = new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')));
  maps.set(url, read);
  return read;
}
