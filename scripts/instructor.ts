/** `npm run -s instructor`: instructors' accounts from the command line, whether the host runs or not. */
import { join, resolve } from 'node:path';
import { createAccountLinkStore } from '#db/account-links.ts';
import { createInstructorStore } from '#db/instructors.ts';
import { openDatabase } from '#db/open.ts';
import { addressesOf } from '#server/address.ts';
import { createAccountLinks, type Made } from '#server/instructors/account-links.ts';
import { whyClosed } from '#server/refuse.ts';
import { readSettings, type HostSettings } from '#server/settings.ts';
import en from '#messages/en.json';

const USAGE = `npm run -s instructor -- list
npm run -s instructor -- invite EMAIL [--admin]
npm run -s instructor -- reset EMAIL`;

const read = readSettings(process.env);
if (!read.ok) fail(read.sentence);
const { settings } = read;
const opened = openDatabase(join(settings.dataDir, 'last-ack.db'), resolve('db/migrations'));
if (!opened.ok) fail(whyClosed(opened, settings.dataDir));
const accounts = createInstructorStore(opened.database, Date.now);
const links = createAccountLinks(createAccountLinkStore(opened.database, Date.now), Date.now);

await run(process.argv.slice(2));
opened.close();

async function run([command, email = '', ...flags]: readonly string[]): Promise<void> {
  if (command === 'list' && email === '') return list();
  const isAdmin = flags.join() === '--admin';
  if (command === 'invite' && email !== '' && (isAdmin || flags.length === 0)) return invite(email, isAdmin);
  if (command === 'reset' && email !== '' && flags.length === 0) return reset(email);
  fail(USAGE);
}

async function list(): Promise<void> {
  for (const { email, role, state, name } of await accounts.list()) say([email, role, state, name].join('\t').trimEnd());
}

async function invite(email: string, isAdmin: boolean): Promise<void> {
  tell(await links.invite(email, isAdmin ? 'admin' : 'instructor'));
}

/** For who has not accepted an invitation, a new one. */
async function reset(email: string): Promise<void> {
  const account = await accounts.byEmail(email);
  tell(account ? await links.makeFor(account.id) : { ok: false, fault: 'no-such-account' });
}

function tell(made: Made): void {
  if (!made.ok) fail(en.faults[made.fault]);
  say(`For ${made.account.email}, once, until ${new Date(made.expiresAt).toISOString()}:`, `${ownAddress(settings)}${made.path}`);
}

/** The host may be reached by another one: what counts is the path. */
function ownAddress({ host, port }: HostSettings): string {
  return addressesOf(host, port, null).own;
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
