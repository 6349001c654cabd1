import { Hono } from 'hono';
import { FAULTS } from '#protocol/faults.ts';

export function createApi(): Hono {
  const api = new Hono();
  api.notFound((c) => c.json({ fault: 'not-found' }, FAULTS['not-found']));
  return api;
}
