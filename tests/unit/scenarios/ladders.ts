/** A leg as one reads it off the board. ISS: client 100 and server 300, in a second connection 500 and 700; ten octets of data each time. */
import { TUTORIAL, WRITTEN } from '#game/scenarios/catalogue.ts';
import type { Done, ToldHappening } from '#game/scenarios/play.ts';
import { playCanonically } from '#game/scenarios/proof.ts';
import type { Leg, Script } from '#game/scenarios/script.ts';
import { text } from '../tcp/endpoints.ts';

export const ALL_WRITTEN = [...WRITTEN, TUTORIAL];

export function legOf(script: Script): Leg {
  return {
    script: script.map((item) => (item.do === 'send' ? { len: 10, ...item } : item)),
    numbers: [
      { client: 100, server: 300 },
      { client: 500, server: 700 },
    ],
  };
}

/** A line for each end and turn; what happens without anybody being asked is in brackets. */
export function ladderOf(id: string, sibling: 0 | 1): string[] {
  const scenario = ALL_WRITTEN.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return linesOf(legOf(scenario.siblings[sibling]));
}

export function linesOf(leg: Leg): string[] {
  const { turns, told } = playCanonically(leg);
  const bracketed = (one: ToldHappening) => `(${line(one.done)})`;
  return [...turns.flatMap((turn) => [...turn.told.map(bracketed), ...turn.done.map(line)]), ...told.map(bracketed)];
}

const FATE_WORDS = { lose: ', lost', delay: ', held back', duplicate: ', twice', reorder: ', overtaken' } as const;

function line({ at, answer, fate }: Done): string {
  const sent = answer.segment ? text(answer.segment) : 'nothing';
  return `${at}: ${sent}${fate ? FATE_WORDS[fate] : ''} → ${answer.state}`;
}
