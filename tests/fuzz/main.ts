/**
 * `npm run fuzz:host -- --messages 1000000 --seed N`: generated messages against a running host, over links and over HTTP. docs/fuzzing.md says
 * what is held. The seed gives what is generated; which of two messages that are under way at once comes first is the machine's to say.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '#game/scenarios/random.ts';
import { newAdministrator } from './ask.ts';
import { type Fuzz, speakOverLinks } from './by-link.ts';
import { createAsker } from './by-request.ts';
import { comeBystanders, digestOf } from './bystanders.ts';
import { startChild } from './child.ts';
import { createKnown } from './known.ts';
import { gather } from './people.ts';
import { print } from './print.ts';
import { checkStored } from './stored.ts';
import { newTally } from './tally.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: { messages: { type: 'string', default: '1000000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
});
const messages = Number(values.messages);
const seed = Number(values.seed);
/** Senders at work at once: so many over links, so many over HTTP. */
const SENDERS = { links: 40, requests: 200 } as const;
/** After so many messages, people whose accounts are lost are replaced. */
const RENEW_EACH = 2_000;

process.stdout.write(`seed ${seed}, ${messages} messages\n`);
/** In memory where that is to be had: what a disk costs is not what is looked at. */
const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'last-ack-fuzz-'));
const file = join(dataDir, 'last-ack.db');
const child = await startChild(dataDir);
const { port, routes, setUp } = child.ready;
const url = `http://127.0.0.1:${port}`;
const known = createKnown();
const keeper = await newAdministrator(url, setUp);
const { account } = await keeper.ask<{ account: { id: string } }>('GET', 'instructor');
const bystanders = await comeBystanders(url, port, keeper, known);
const people = await gather(url, keeper);
const untouched = [...bystanders.ids, account.id];
const before = digestOf(file, untouched);
const tally = newTally();
const began = performance.now();

let sent = 0;
let senders = 1_000;
const fuzz: Fuzz = {
  port,
  people,
  known,
  tally,
  takeOne,
  nextSender: () => senders++,
  isAboutBystanders: (text) => untouched.some((id) => text.includes(id)),
};
let until = 0;
/** Ctrl+C ends it early, and what was found is printed. */
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopEarly);
let renewing: Promise<void> = Promise.resolve();

function stopEarly(): void {
  isStopped = true;
}

function takeOne(): boolean {
  if (sent >= until || isStopped || child.exited()) return false;
  sent += 1;
  if (sent % RENEW_EACH === 0) renewing = renewing.then(people.renew);
  if (sent % 50_000 === 0) process.stderr.write(`${sent} after ${Math.round((performance.now() - began) / 1_000)} s\n`);
  return true;
}

/** Up to that many messages in all. Then everything that is open is ended, so that what the host holds in memory can be compared. */
async function fuzzUpTo(count: number, round: number) {
  until = count;
  const ask = createAsker(fuzz, routes);
  const at = (n: number) => randomFrom(seed * 1_000 + round * 500 + n);
  const speakers = Array.from({ length: SENDERS.links }, (_, n) => speakOverLinks(fuzz, at(n)));
  const askers = Array.from({ length: SENDERS.requests }, (_, n) => ask(at(100 + n)));
  await Promise.all([...speakers, ...askers]);
  await renewing;
  if (child.exited()) return { heap: 0, longest: 0 };
  await people.renew();
  await people.endAll(port);
  return child.report();
}

const quarter = await fuzzUpTo(Math.floor(messages / 4), 0);
const whole = await fuzzUpTo(messages, 1);
const seconds = (performance.now() - began) / 1_000;
const after = digestOf(file, untouched);
const playsOn = child.exited() ? false : await bystanders.playOn();
bystanders.close();
const status = child.exited() ? 'crashed' : await child.stop();
const stored = await checkStored(file);
const isRight = print({
  messages: sent,
  seed,
  seconds,
  tally,
  routes,
  quarter,
  whole,
  before,
  after,
  playsOn,
  status,
  errors: child.errors,
  stored,
});
rmSync(dataDir, { recursive: true, force: true });
process.exit(isRight ? 0 : 1);
