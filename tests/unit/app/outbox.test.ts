import { expect, test } from 'vitest';
import { createOutbox } from '#app/outbox.ts';
import type { Answer, Command } from '#protocol/commands.ts';

const OK: Answer = { ok: true };
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A wire that is live or not, and answers what is next in the list: null is "no answer". */
function createWire(answers: (Answer | null)[], isLive = true) {
  const posted: Command[] = [];
  const wire = {
    live: isLive,
    renewed: 0,
    isLive: () => wire.live,
    renew: () => {
      wire.renewed += 1;
      wire.live = false;
    },
    post: async (command: Command) => {
      posted.push(command);
      const answer = answers.shift() ?? null;
      if (answer === null && answers.length === 0) wire.live = false;
      return answer;
    },
  };
  return { wire, posted };
}

test('a command is sent with an id and its answer comes back', async () => {
  const { wire, posted } = createWire([OK]);
  expect(await createOutbox(wire).send({ type: 'queue-leave' })).toEqual(OK);
  expect(posted).toEqual([{ type: 'queue-leave', id: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
});

test('two commands have two ids', async () => {
  const { wire, posted } = createWire([OK, OK]);
  const outbox = createOutbox(wire);
  await Promise.all([outbox.send({ type: 'queue-leave' }), outbox.send({ type: 'queue-leave' })]);
  expect(posted[0]?.id).not.toBe(posted[1]?.id);
});

test('a command that is not answered in time is sent again under the same id', async () => {
  const { wire, posted } = createWire([null, OK]);
  expect(await createOutbox(wire).send({ type: 'queue-leave' })).toEqual(OK);
  expect(posted).toHaveLength(2);
  expect(posted[1]).toEqual(posted[0]);
});

test('a link that brings no answer twice is given up, and the command goes over the next one', async () => {
  const { wire, posted } = createWire([null, null, OK]);
  const outbox = createOutbox(wire);
  const answer = outbox.send({ type: 'queue-leave' });
  await settled();
  expect(wire).toMatchObject({ live: false, renewed: 1 });
  wire.live = true;
  outbox.sendAgain();
  expect(await answer).toEqual(OK);
  expect(new Set(posted.map(({ id }) => id)).size).toBe(1);
  expect(posted).toHaveLength(3);
});

test('a command that a lost link cut off waits for the next link and is sent again under the same id', async () => {
  const answers: (Answer | null)[] = [null];
  const { wire, posted } = createWire(answers);
  const outbox = createOutbox(wire);
  const answer = outbox.send({ type: 'queue-leave' });
  await settled();
  expect(posted).toHaveLength(1);
  answers.push(OK);
  wire.live = true;
  outbox.sendAgain();
  expect(await answer).toEqual(OK);
  expect(posted[1]).toEqual(posted[0]);
});

test('a command given while there is no link is sent once there is one, in the order of giving', async () => {
  const { wire, posted } = createWire([OK, OK], false);
  const outbox = createOutbox(wire);
  const answers = Promise.all([outbox.send({ type: 'queue-join', level: 1 }), outbox.send({ type: 'queue-leave' })]);
  await settled();
  expect(posted).toEqual([]);
  wire.live = true;
  outbox.sendAgain();
  await answers;
  expect(posted.map(({ type }) => type)).toEqual(['queue-join', 'queue-leave']);
});

test('an answered command is never sent again', async () => {
  const { wire, posted } = createWire([OK]);
  const outbox = createOutbox(wire);
  await outbox.send({ type: 'queue-leave' });
  outbox.sendAgain();
  expect(posted).toHaveLength(1);
});

test('what the transport will never let through is answered by a fault', async () => {
  const { wire } = createWire([], false);
  const outbox = createOutbox(wire);
  const answer = outbox.send({ type: 'queue-leave' });
  outbox.refuseAll('bad-message');
  expect(await answer).toEqual({ ok: false, fault: 'bad-message' });
});

test('a command that a host refuses because it goes down is kept for the next one', async () => {
  const { wire, posted } = createWire([{ ok: false, fault: 'shutting-down' }, OK]);
  const outbox = createOutbox(wire);
  const answer = outbox.send({ type: 'queue-leave' });
  await settled();
  expect(posted).toHaveLength(1);
  expect(wire.renewed).toBe(0);
  outbox.sendAgain();
  expect(await answer).toEqual(OK);
  expect(posted[1]).toEqual(posted[0]);
});
