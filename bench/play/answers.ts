/** What a simulated player answers: what was right the last time that it was asked, or, now and then, anything. */
import type { Ask, Entry, Proposal, RightAnswer } from '#game/match/vocabulary.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import { STATES, type Role } from '#game/tcp/vocabulary.ts';

type Verdicts = Extract<Entry, { type: 'closed' }>['verdicts'];

const random = randomFrom(9293);
const learnt = new Map<string, RightAnswer>();

/** What is asked, without numbers, in which hardly two matches are alike. `scenario` is told at level 1. */
export function questionOf(scenario: string, { at, event }: Ask, turn: number): string {
  const words = JSON.stringify(event, (key, value) =>
    key === 'iss' ? undefined : ['seq', 'ack', 'len'].includes(key) ? value > 0 : value,
  );
  return `${scenario} ${at} ${words} ${turn}`;
}

export function learn(questions: Readonly<Partial<Record<Role, string>>>, verdicts: Verdicts): void {
  for (const verdict of verdicts) {
    if (verdict.kind !== 'move') continue;
    const question = questions[verdict.at];
    const [right] = verdict.answers;
    if (question !== undefined && right) learnt.set(question, right);
  }
}

/** `right`: how often what was learnt is said, 0 to 1. */
export function proposalFor(question: string, right: number): Proposal {
  const known = random() < right ? learnt.get(question) : undefined;
  if (!known) return { segment: null, state: STATES[Math.floor(random() * STATES.length)] ?? 'CLOSED' };
  const { segment, state } = known;
  return { segment: segment && { flags: segment.flags, data: segment.len > 0, seq: null, ack: null }, state };
}
