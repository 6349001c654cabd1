/** What the log keeps of an error. */
import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describe } from '#server/operations/log.ts';

test('the statement of a query and its cause, not the values', () => {
  const cause = Object.assign(new Error('UNIQUE constraint failed: players.name'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
  const kept = describe(new DrizzleQueryError('insert into players values (?)', ['Zaphod'], cause));
  expect(kept).toMatchObject({ message: 'Failed query: insert into players values (?)', cause: { code: 'SQLITE_CONSTRAINT_UNIQUE' } });
  expect(JSON.stringify(kept)).not.toContain('Zaphod');
});

test('where it happened, but not the input that could not be parsed', () => {
  let caught: unknown;
  try {
    JSON.parse('Zaphod');
  } catch (error) {
    caught = error;
  }
  const kept = describe(caught);
  expect(kept).toMatchObject({ type: 'SyntaxError', message: '' });
  expect(kept.stack[0]).toMatch(/^at /);
  expect(JSON.stringify(kept)).not.toContain('Zaphod');
});

test('nothing of what is no error', () => {
  expect(describe({ email: 'zaphod@x.example' })).toEqual({ type: 'object', message: '', stack: [] });
});
