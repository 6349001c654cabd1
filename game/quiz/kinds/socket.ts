/** A line of ss or netstat: what has happened, and who has to act? */
import { drawBetween, drawOne, shuffle, type Random } from '../../scenarios/random.ts';
import { ROLES } from '../../tcp/vocabulary.ts';
import type { RuleId } from '../../tcp/rules.ts';
import type { Maker } from '../maker.ts';
import { STORIES, type Story } from '../stories.ts';
import type { Made } from '../vocabulary.ts';
import { countLines, netstatLines, ssLines } from './terminal.ts';

export const SOCKET: Maker = {
  kind: 'socket',
  rules: [...new Set(STORIES.flatMap(({ rules }) => rules))],
  make: (rule, random) =>
    makeQuestion(
      rule,
      drawOne(
        random,
        STORIES.filter(({ rules }) => rules.includes(rule)),
      ),
      random,
    ),
};

function makeQuestion(rule: RuleId, story: Story, random: Random): Made {
  const stories = shuffle(random, [story, ...drawOthers(story, random)]);
  const at = story.at ?? drawOne(random, ROLES);
  const blank = { state: null, to: null, event: null, moves: [], blank: null };
  return {
    question: {
      kind: 'socket',
      card: `rule:${rule}`,
      asked: { ...blank, at, lines: drawLines(story, at, random) },
      scene: null,
      form: { type: 'choose', choices: stories.map(({ id }) => ({ type: 'story', id })) },
    },
    key: {
      right: { type: 'choice', index: stories.indexOf(story) },
      rules: [rule],
      reasons: stories.map((one) => (one === story ? null : { type: 'story', id: one.id })),
      scene: null,
    },
  };
}

/** Among so many neighbours the wrong ones are drawn. */
const NEIGHBOURS = 6;

function drawOthers(story: Story, random: Random): readonly Story[] {
  const distance = (one: Story) => Math.abs(STORIES.indexOf(one) - STORIES.indexOf(story));
  const nearest = STORIES.filter((one) => one !== story).sort((a, b) => distance(a) - distance(b));
  return shuffle(random, nearest.slice(0, NEIGHBOURS)).slice(0, 3);
}

function drawLines({ state, received, sent, many }: Story, at: (typeof ROLES)[number], random: Random): readonly string[] {
  if (many && random() < 0.4) return countLines(state, drawBetween(random, 300, 25_000));
  const socket = { at, state, received: drawBetween(random, ...received), sent: drawBetween(random, ...sent) };
  return state === 'LISTEN' || random() < 0.5 ? ssLines(socket, random) : netstatLines(socket, random);
}
