import { expect, test } from 'vitest';
import { refusalIn, wasTooLarge } from '#app/refusal.ts';

test('a handshake that the host refuses says why in the message', () => {
  expect(refusalIn(new Error('not-signed-in'))).toBe('not-signed-in');
});

test('a foreign origin is read from the body of the HTTP answer', () => {
  const error = Object.assign(new Error('xhr poll error'), { context: { responseText: '{"code":4,"message":"bad-origin"}' } });
  expect(refusalIn(error)).toBe('bad-origin');
});

test.each([
  new Error('websocket error'),
  Object.assign(new Error('xhr poll error'), { context: { responseText: '' } }),
  Object.assign(new Error('xhr poll error'), { context: { responseText: '{"message":"no-such-code"}' } }),
])('everything else is a host that cannot be reached', (error) => {
  expect(refusalIn(error)).toBe('unreachable');
});

test('a message above the limit is known by the close code, or by the status of long polling', () => {
  expect(wasTooLarge({ description: 'websocket connection closed', context: { code: 1009 } })).toBe(true);
  expect(wasTooLarge(Object.assign(new Error('xhr post error'), { description: 413 }))).toBe(true);
  expect(wasTooLarge({ description: 'websocket connection closed', context: { code: 1006 } })).toBe(false);
  expect(wasTooLarge(undefined)).toBe(false);
});
