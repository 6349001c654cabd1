/** Legs played up to the turn that a test is about, and proposals in one line. The client's ISS is 100, the server's 300. */
import { nextTurn, beginPlay, resolve, answersAt, type Happening, type Play } from '#game/scenarios/play.ts';
import type { Item, Leg, Script } from '#game/scenarios/script.ts';
import type { Flag, Role, State } from '#game/tcp/vocabulary.ts';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';

export type Situation = { readonly play: Play; readonly happening: Happening };

const listen: Item = { do: 'call', at: 'server', call: 'open-passive' };
const open: Item = { do: 'call', at: 'client', call: 'open-active' };
export const ESTABLISHED: Script = [{ do: 'tell' }, listen, open, { do: 'ask' }];
export const LISTENING: Script = [{ do: 'tell' }, listen, { do: 'ask' }];

export function legOf(...script: Script): Leg {
  return { script, numbers: [{ client: 100, server: 300 }] };
}

/** The turn after `passed` turns with canonical answers; what is asked of `at`, or of whoever is asked first. */
export function situation(script: Script, passed = 0, at?: Role): Situation {
  let next = nextTurn(beginPlay(legOf(...script)));
  for (let turn = 0; turn < passed; turn += 1)
    next = nextTurn(
      resolve(
        next.play,
        next.happenings.map((one) => canonical(next.play, one)),
      ).play,
    );
  const happening = next.happenings.find((one) => at === undefined || one.at === at);
  if (!happening) throw new Error('the script asks nothing there');
  return { play: next.play, happening };
}

function canonical(play: Play, happening: Happening) {
  const [answer] = answersAt(play, happening);
  if (!answer) throw new Error('an event without an answer');
  return { at: happening.at, answer };
}

/** "FIN,ACK 101 301 > FIN_WAIT_1", "ACK+data > ESTABLISHED", "nothing > LISTEN"; numbers that are not given are null. */
export function proposal(text: string): Proposal {
  const { flags, data, numbers, state } = parts(text);
  if (flags === null) return { segment: null, state };
  const [seq = null, ack = null] = numbers;
  return { segment: { flags, data, seq, ack }, state };
}

/** "FIN,ACK > CLOSE_WAIT", "nothing > LISTEN" */
export function prediction(text: string): Prediction {
  const { flags, state } = parts(text);
  return { flags, state };
}

function parts(text: string) {
  const [sent = '', state = ''] = text.split(' > ');
  const [what = '', ...numbers] = sent.split(' ');
  const [flags = '', data] = what.split('+');
  return {
    flags: flags === 'nothing' ? null : (flags.split(',') as Flag[]),
    data: data === 'data',
    numbers: numbers.map(Number),
    state: state as State,
  };
}
