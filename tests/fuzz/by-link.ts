/** What is said over links. Each link says a little more than its allowance lets it, and then ends. */
import { drawBetween, drawOne, type Random } from '#game/scenarios/random.ts';
import { createOwn, keepSome, type Known } from './known.ts';
import { openRawLink, type RawLink } from './link.ts';
import { garble, mutate, toJson } from './mutate.ts';
import { COMMANDS, valueFor } from './shapes.ts';
import type { People } from './people.ts';
import type { Tally } from './tally.ts';
import { oddOnTheWire } from './wire.ts';

/** A link may say 40 things at once, and then ten a second. */
const MESSAGES_PER_LINK = 42;
const PROBE = '{"type":"queue-leave","id":"probe-0001"}';

export type Fuzz = {
  readonly port: number;
  readonly people: People;
  readonly known: Known;
  readonly tally: Tally;
  /** Whether one more is to be said; takes it. */
  readonly takeOne: () => boolean;
  /** The number of the next sender, of whatever kind. */
  readonly nextSender: () => number;
  /** What an administrator must not be made to touch. */
  readonly isAboutBystanders: (text: string) => boolean;
};

/** Speaks over link after link until there is nothing left to say. */
export async function speakOverLinks(fuzz: Fuzz, random: Random): Promise<void> {
  const before: Buffer[] = [];
  while (fuzz.takeOne()) {
    const actor = fuzz.people.draw(random);
    const own = { ...fuzz, known: createOwn(fuzz.known) };
    const link = await openRawLink(fuzz.port, actor.cookie, fuzz.nextSender(), { event: (event) => own.known.meet(random, event) });
    fuzz.tally.count('link', typeof link === 'string' ? `not taken in: ${link}` : 'taken in');
    if (typeof link === 'string') continue;
    if (random() < 0.5) await beginMatch(own, link, random);
    for (let said = 3; said < MESSAGES_PER_LINK && link.isOpen() && fuzz.takeOne(); said += 1) await sayOne(own, link, random, before);
    link.close();
  }
}

/** So that what follows is about a match that there is, and in which one has a seat. */
async function beginMatch(fuzz: Fuzz, link: RawLink, random: Random): Promise<void> {
  const { known } = fuzz;
  for (const type of ['bot-start', 'watch']) {
    const shape = COMMANDS.find(({ properties }) => properties?.type?.const === type);
    if (!shape || !fuzz.takeOne()) return;
    const said = Buffer.from(toJson(valueFor(random, known, shape)));
    readAnswer(fuzz, random, said, await link.command(said));
  }
}

async function sayOne(fuzz: Fuzz, link: RawLink, random: Random, before: Buffer[]): Promise<void> {
  const kind = random();
  if (kind < 0.06) return sayOdd(fuzz, link, random);
  if (kind > 0.995) return sayTooMuch(fuzz, link, random);
  const said = commandOf(fuzz, random, before);
  const answer = await link.command(said);
  readAnswer(fuzz, random, said, answer);
}

/** Many at once: none of them may stay without an answer. */
async function sayTooMuch(fuzz: Fuzz, link: RawLink, random: Random): Promise<void> {
  const all: Promise<void>[] = [];
  for (let n = drawBetween(random, 20, 60); n > 0 && fuzz.takeOne(); n -= 1) {
    const said = commandOf(fuzz, random, []);
    all.push(link.command(said).then((answer) => readAnswer(fuzz, random, said, answer)));
  }
  await Promise.all(all);
}

/** A command that is right, or was; then with something wrong in it; then what is no JSON any more. */
function commandOf({ known }: Fuzz, random: Random, before: Buffer[]): Buffer {
  const kind = random();
  if (kind < 0.06 && before.length > 0) return drawOne(random, before);
  const right = valueFor(random, known, drawOne(random, COMMANDS));
  const json = Buffer.from(toJson(kind < 0.45 ? right : mutate(random, right)));
  const said = kind < 0.96 ? json : garble(random, json);
  keepSome(random, before, 50, said);
  return said;
}

function readAnswer({ tally, known }: Fuzz, random: Random, said: Buffer, answer: string): void {
  if (answer.startsWith('closed:')) return void tally.count('command', answer);
  if (answer === 'silent') return void tally.fail('command', 'silent', said.toString());
  const read = readJson(answer);
  const fault = read?.ok === true ? 'ok' : String(read?.fault ?? 'no answer of ours');
  tally.count('command', fault);
  if (fault === 'not-saved' || read === null) tally.fail('command', fault, said.toString());
  known.meet(random, read);
}

function readJson(text: string): { readonly ok?: boolean; readonly fault?: string } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Then the link has to answer still, or to be closed. */
async function sayOdd({ tally }: Fuzz, link: RawLink, random: Random): Promise<void> {
  const { name, octets } = oddOnTheWire(random);
  link.write(octets);
  const answer = await link.command(PROBE);
  if (answer === 'silent') return void tally.fail('wire', `silent after ${name}`, octets.toString('base64'));
  tally.count('wire', answer.startsWith('closed:') ? answer : 'goes on');
}
