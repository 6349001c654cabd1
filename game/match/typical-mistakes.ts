/** What bots answer, and questions offer, in place of what is right. */
import type { Answer } from '../tcp/answers.ts';
import { DIAGRAM } from '../tcp/diagram.ts';
import type { Endpoint } from '../tcp/endpoint.ts';
import { add } from '../tcp/sequence.ts';
import { STATES, type Flag, type State } from '../tcp/vocabulary.ts';
import type { Level, Proposal } from './vocabulary.ts';

/** An answer as it is proposed at that level. */
export function asProposal({ segment, state }: Pick<Answer, 'segment' | 'state'>, level: Level): Proposal {
  if (segment === null) return { segment: null, state };
  const { flags, len, seq, ack } = segment;
  return { segment: { flags, data: len > 0, seq: level === 1 ? null : seq, ack: level === 1 ? null : ack }, state };
}

/** What people answer in place of it: they stay, take a neighbouring state, forget the segment or its ACK, acknowledge too much, miscount by one. */
export function typicalMistakes(right: Answer, { state: from, sndNxt, rcvNxt }: Endpoint, level: Level): readonly Proposal[] {
  const { segment } = right;
  const mistakes: Proposal[] = neighboursOf(from, right.state).map((state) => asProposal({ segment, state }, level));
  if (segment) {
    mistakes.push({ segment: null, state: right.state });
    const without = segment.flags.filter((flag): flag is Flag => flag !== 'ACK');
    if (without.length > 0) mistakes.push(asProposal({ segment: { ...segment, flags: without, ack: null }, state: right.state }, level));
    if (level > 1) mistakes.push(asProposal({ segment: { ...segment, seq: add(segment.seq, 1) }, state: right.state }, level));
  } else mistakes.push(asProposal({ segment: { flags: ['ACK'], seq: sndNxt, ack: rcvNxt, len: 0 }, state: right.state }, level));
  return mistakes;
}

function neighboursOf(from: State, right: State): readonly State[] {
  const near = DIAGRAM.filter((edge) => edge.from === from || edge.from === right).map((edge) => edge.to);
  return STATES.filter((state) => state !== right && (state === from || near.includes(state)));
}
