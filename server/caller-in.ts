/** The caller of a request to the API, noted once at its door. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, Next } from 'hono';
import type { Caller, Callers } from './caller.ts';

declare module 'hono' {
  interface ContextVariableMap {
    caller: Caller;
  }
}

export function noteCaller(callerOf: Callers['callerOf']) {
  return (c: Context, next: Next): Promise<void> => {
    const bindings: Partial<HttpBindings> | undefined = c.env;
    c.set('caller', callerOf(bindings?.incoming ?? { headers: c.req.header(), socket: {} }));
    return next();
  };
}

export function callerIn(c: Context): Caller {
  return c.get('caller');
}

export function addressOf(c: Context): string {
  return callerIn(c).address;
}
