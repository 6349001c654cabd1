/** `npm run -s restore -- FILE`: puts a backup in the place of the database. The host must not run. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restore, type CopyFault } from '#db/backup.ts';
import { argumentFrom, fail, settingsOrFail } from './data-file.ts';

const { dataDir } = settingsOrFail();
const file = argumentFrom('npm run -s restore -- FILE');
const path = join(dataDir, 'last-ack.db');
const now = new Date().toISOString().replaceAll(/[:.]/g, '-');

mkdirSync(dataDir, { recursive: true });
const done = await restore(file, path, join(dataDir, `last-ack-until-${now}.db`), resolve('db/migrations'));
if (!done.ok) fail(`Nothing was changed. ${whyNot(done.fault, done.detail)}`);
process.stdout.write(`${path} is now what ${file} holds.\n`);
if (done.aside !== null) process.stdout.write(`What was there before is ${done.aside}.\n`);

function whyNot(fault: CopyFault, detail: string): string {
  switch (fault) {
    case 'missing':
      return `There is no file ${file}.`;
    case 'damaged':
      return `${file} is damaged (${detail}).`;
    case 'foreign':
      return `${file} is no database of Last ACK.`;
    case 'newer-version':
      return `${file} was written by a newer version of Last ACK (${detail}): start that version.`;
    case 'in-use':
      return `The database in ${dataDir} is in use: stop the host first.`;
    case 'taken':
    case 'unwritable':
      return `The files in ${dataDir} could not be written (${detail}).`;
    default:
      return fault satisfies never;
  }
}
