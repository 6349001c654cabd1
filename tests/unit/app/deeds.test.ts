import { expect, test } from 'vitest';
import type { ContestAction, ContestDeed } from '#protocol/contest.ts';
import { createDeeds } from '../../../app/instructor/sessions/[id]/deeds.ts';
import type { Reply } from '../../../app/api.ts';

const GIVE_TIME: ContestDeed = { do: 'give-time', seconds: 30 };
const DONE: Reply<object> = { ok: true, data: {} };
const refused = (trouble: 'not-saved' | 'no-round-running') => ({ ok: false, trouble }) as const;

/** A console to whose presses the host answers so, one after the other. */
function consoleWith(...answers: Reply<object>[]) {
  const sent: ContestAction[] = [];
  let time = 0;
  const press = createDeeds(
    async (action) => {
      sent.push(action);
      return answers.shift() ?? DONE;
    },
    () => time,
  );
  return { press, waits: (ms: number) => (time += ms), isSamePress: () => sent.at(-1)?.id === sent.at(-2)?.id };
}

test('the same button after "not saved" is the same press, so that nothing is done twice', async () => {
  const { press, isSamePress } = consoleWith(refused('not-saved'), refused('not-saved'), DONE);
  await press(GIVE_TIME);
  await press(GIVE_TIME);
  expect(isSamePress()).toBe(true);
  expect(await press(GIVE_TIME)).toEqual(DONE);
  expect(isSamePress()).toBe(true);
  await press(GIVE_TIME);
  expect(isSamePress()).toBe(false);
});

test('another button, a refusal that stands and a minute in between make another press', async () => {
  const { press, waits, isSamePress } = consoleWith(refused('not-saved'), refused('no-round-running'), refused('not-saved'), DONE);
  await press(GIVE_TIME);
  await press({ do: 'give-time', seconds: 60 });
  expect(isSamePress()).toBe(false);
  await press({ do: 'give-time', seconds: 60 });
  expect(isSamePress()).toBe(false);
  waits(60_000);
  await press({ do: 'give-time', seconds: 60 });
  expect(isSamePress()).toBe(false);
});

test('what did not reach the host is sent again by itself', async () => {
  const { press, isSamePress } = consoleWith({ ok: false, trouble: 'unreachable' }, DONE);
  expect(await press(GIVE_TIME)).toEqual(DONE);
  expect(isSamePress()).toBe(true);
});
