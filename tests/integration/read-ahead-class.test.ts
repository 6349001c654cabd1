/** Nobody reads ahead in a class session: neither its students nor the wall nor the instructor's page is told what pairs have sealed, or what comes. */
import { expect, test } from 'vitest';
import { openRawLink, type RawLink } from '../fuzz/link.ts';
import { acts, newContest } from './links/contest-room.ts';
import { commandFor, storedMatch } from './links/duel.ts';
import { pathsRead, startHost } from './links/host.ts';
import { newAdmin } from './links/instructor.ts';
import { type Guest, newGuest, newId } from './links/player.ts';
import { answerFor } from '../unit/match/games.ts';

type Room = {
  readonly guest: Guest;
  readonly link: RawLink;
  readonly heard: string[];
  ask(command: object): Promise<unknown>;
};

test('a session at level 3 tells no number, no choice and no scenario of a round that runs', async () => {
  const host = await startHost();
  const port = Number(new URL(host.url).port);

  async function come(cookies = ''): Promise<Room> {
    const guest = await newGuest(host);
    const heard: string[] = [];
    const link = await openRawLink(port, `${guest.cookie}; ${cookies}`, 1, {
      event: (message) => void heard.push(JSON.stringify(message)),
    });
    if (typeof link === 'string') throw new Error(link);
    const ask = async (command: object) => {
      const answer = await link.command(JSON.stringify({ id: newId(), ...command }));
      heard.push(answer);
      return JSON.parse(answer);
    };
    return { guest, link, heard, ask };
  }

  const admin = await newAdmin(host);
  const desk = await come(admin.cookie());
  const instructor = { cookie: `${admin.cookie()}; ${desk.guest.cookie}` };
  const contestId = await newContest(host, instructor, { level: 3, rounds: [null, null] });
  const { view } = (await desk.ask({ type: 'contest-watch', as: { viewer: 'instructor', contestId } })) as {
    view: { code: string; projectorKey: string };
  };
  const wall = await come();
  await wall.ask({ type: 'contest-watch', as: { viewer: 'projector', key: view.projectorKey } });
  const students = await Promise.all(Array.from({ length: 4 }, () => come()));
  for (const [n, { ask }] of students.entries()) {
    await ask({ type: 'contest-join', code: view.code, name: `Student ${n}`, personal: null });
    await ask({ type: 'contest-watch', as: { viewer: 'student', contestId } });
  }
  expect(await acts(host, instructor, contestId, { do: 'start-round', round: 1 })).toBeNull();
  const ids = await host.store.openMatches();
  expect(ids).toHaveLength(2);

  const secrets: string[] = [];
  for (const [n, matchId] of ids.entries()) {
    const match = await storedMatch(host, matchId);
    const { settings, legs, parties } = match.record;
    // Those of a moment or of a small count could be met by chance.
    secrets.push(
      `"${settings.scenario}"`,
      ...legs.flatMap(({ numbers }) =>
        numbers
          .flatMap(({ client, server }) => [client, server])
          .filter((one) => one > 1e6)
          .map(String),
      ),
    );
    for (const side of [0, 1] as const) {
      const student = students.find(({ guest }) => guest.playerId === parties[side].playerId);
      const wrong = answerFor(match, side, false);
      if (!student || !('segment' in wrong) || !wrong.segment) continue;
      const seq = 4_123_456_780 + n * 2 + side;
      secrets.push(String(seq));
      const said = commandFor(matchId, match.view, side, { ...wrong, segment: { ...wrong.segment, seq } });
      expect(JSON.parse(await student.link.command(JSON.stringify({ id: newId(), ...said })))).toMatchObject({ ok: true });
    }
  }
  // Students see that somebody else is here, which is told after all of that.
  const late = await come();
  await late.ask({ type: 'contest-join', code: view.code, name: 'Late', personal: null });
  for (const { ask } of [wall, desk, ...students]) await ask({ type: 'contest-watch', as: { viewer: 'student', contestId } });
  for (const viewer of [
    { room: wall, as: { viewer: 'projector', key: view.projectorKey } },
    { room: desk, as: { viewer: 'instructor', contestId } },
  ])
    await viewer.room.ask({ type: 'contest-watch', as: viewer.as });
  for (const path of pathsRead(host)) {
    const response = await fetch(host.url + path.replace(/:\w+/g, contestId), { headers: { cookie: instructor.cookie } });
    desk.heard.push(path === '/api/scenarios' ? '' : await response.text());
  }
  for (const { heard } of [wall, desk, ...students]) {
    const told = heard.join('\n');
    expect(told).toContain('"phase":"round"');
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  }
});
