/**
 * A browser's tab in Node: the project's own link code, bundled as it is, with a window of its own. Each tab has its cookies, its date, and timers
 * that stand still while it is frozen.
 */
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { WebSocket } from 'ws';
import { createShiftedDate } from './shifted-date.ts';

type TabCode = typeof import('./tab-code.ts');
export type Tab = TabCode & {
  /** As a phone that is locked: no timer rings, nothing is read. */
  freeze(): void;
  wake(): void;
  /** The device's date, from what it should be. */
  shiftDate(ms: number): void;
  /** The page is left. */
  close(): void;
};
type RunCode = (...globals: unknown[]) => void;
export type NewTab = (url: string) => Tab;

const require = createRequire(import.meta.url);

/** `hurry`: how many times as fast as in earnest their timers run. */
export async function prepareTabs(hurry: number): Promise<NewTab> {
  const bundled = await build({
    entryPoints: ['tests/faulty-wire/tab-code.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['react', 'ws', 'xmlhttprequest-ssl'],
  });
  const names = ['module', 'require', 'global', 'globalThis', 'fetch', 'location', 'document', 'localStorage', 'Date'];
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'];
  const run = new Function(...names, ...timers, bundled.outputFiles[0]?.text ?? '') as RunCode;
  return (url) => openTab(url, hurry, run);
}

function openTab(url: string, hurry: number, run: RunCode): Tab {
  const timers = createTimers(hurry);
  const cookies = createCookies();
  const { Date: TabDate, shift } = createShiftedDate();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const links = new Set<WebSocket>();

  class TabWebSocket extends WebSocket {
    constructor(address: string, protocols: string[], options: { headers?: object }) {
      super(address, protocols, { ...options, headers: { ...options.headers, cookie: cookies.text() } });
      links.add(this);
      this.once('close', () => links.delete(this));
    }
  }
  const packages: Readonly<Record<string, unknown>> = {
    ws: { ...require('ws'), WebSocket: TabWebSocket },
    'xmlhttprequest-ssl': xhrWith(cookies.text),
  };
  const requireInTab = (name: string) => packages[name] ?? require(name);
  const window = Object.assign(Object.create(globalThis), timers.functions, { Date: TabDate });
  const fetchInTab = async (path: string, options: RequestInit = {}) => {
    const response = await fetch(new URL(path, url), { ...options, headers: { ...options.headers, cookie: cookies.text() } });
    cookies.take(response.headers.getSetCookie());
    return response;
  };
  const { setTimeout, clearTimeout, setInterval, clearInterval } = timers.functions;
  const module = { exports: {} as TabCode };
  run(
    ...[module, requireInTab, window, window, fetchInTab, new URL(url), document, createStorage(), TabDate],
    ...[setTimeout, clearTimeout, setInterval, clearInterval],
  );

  function show(visibilityState: 'visible' | 'hidden'): void {
    document.visibilityState = visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
  }
  const open = () => [...links].filter(({ readyState }) => readyState === WebSocket.OPEN);
  return {
    ...module.exports,
    freeze() {
      show('hidden');
      timers.freeze();
      for (const link of open()) link.pause();
    },
    wake() {
      for (const link of open()) link.resume();
      timers.wake();
      show('visible');
    },
    shiftDate: shift,
    close() {
      timers.stop();
      for (const link of links) link.terminate();
    },
  };
}

/** Timers that ring late while the page is frozen, as browsers have them: all that were due, when it wakes. */
function createTimers(hurry: number) {
  const running = new Set<NodeJS.Timeout>();
  let isFrozen = false;
  let due: (() => void)[] = [];

  const ring = (callback: () => void) => {
    if (isFrozen) due.push(callback);
    else callback();
  };
  function setTimeoutInTab(callback: () => void, ms = 0): NodeJS.Timeout {
    const timer = setTimeout(() => {
      running.delete(timer);
      ring(callback);
    }, ms / hurry);
    running.add(timer);
    return timer;
  }
  function setIntervalInTab(callback: () => void, ms: number): NodeJS.Timeout {
    const timer = setInterval(() => ring(callback), ms / hurry);
    running.add(timer);
    return timer;
  }
  function clear(timer: NodeJS.Timeout | undefined): void {
    if (timer) running.delete(timer);
    clearTimeout(timer);
  }
  return {
    functions: { setTimeout: setTimeoutInTab, clearTimeout: clear, setInterval: setIntervalInTab, clearInterval: clear },
    freeze: () => {
      isFrozen = true;
    },
    wake() {
      isFrozen = false;
      const rung = due;
      due = [];
      for (const callback of rung) callback();
    },
    stop() {
      for (const timer of [...running]) clear(timer);
    },
  };
}

function createCookies() {
  const kept = new Map<string, string>();
  return {
    text: () => [...kept].map((pair) => pair.join('=')).join('; '),
    take(set: readonly string[]): void {
      for (const [name, value] of set.map((one) => one.split(';')[0]?.split('=') ?? []))
        if (name && value !== undefined) kept.set(name, value);
    },
  };
}

function createStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** Node's stand-in for XMLHttpRequest sends no cookies of its own. */
function xhrWith(cookies: () => string) {
  const { XMLHttpRequest } = require('xmlhttprequest-ssl');
  return class {
    constructor(options: object) {
      const xhr = new XMLHttpRequest(options);
      const { open } = xhr;
      xhr.open = (...given: unknown[]) => {
        open.apply(xhr, given);
        xhr.setDisableHeaderCheck(true);
        xhr.setRequestHeader('cookie', cookies());
      };
      // biome-ignore lint/correctness/noConstructorReturn: its methods are made in its constructor, so there is nothing to inherit.
      return xhr;
    }
  };
}
