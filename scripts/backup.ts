/** `npm run -s backup -- FILE`: a copy of the database that is whole, whether the host runs or not. */
import { join, resolve } from 'node:path';
import { backUp, type CopyFault } from '#db/backup.ts';
import { writeLastBackup } from '#db/last-backup.ts';
import { argumentFrom, fail, settingsOrFail } from './data-file.ts';

const { dataDir } = settingsOrFail();
const to = argumentFrom('npm run -s backup -- FILE');
const path = join(dataDir, 'last-ack.db');

const done = await backUp(path, to, resolve('db/migrations'));
if (!done.ok) fail(`Nothing was backed up. ${whyNot(done.fault, done.detail)}`);
process.stdout.write(`${to}\n`);
try {
  writeLastBackup(dataDir, { at: Date.now(), path: to, octets: done.octets });
} catch (error) {
  // A full disk is a reason to back up to another one.
  process.stderr.write(`The backup is good. That it was made could not be noted in ${dataDir} (${String(error)}).\n`);
}

function whyNot(fault: CopyFault, detail: string): string {
  switch (fault) {
    case 'missing':
      return `There is no database in ${dataDir}: DATA_DIR says where it is.`;
    case 'taken':
      return `There is a file ${to} already: give another name.`;
    case 'damaged':
    case 'foreign':
      return `The database in ${dataDir} is damaged (${detail}): put back the last backup.`;
    case 'newer-version':
      return `The database in ${dataDir} was written by a newer version of Last ACK (${detail}).`;
    case 'in-use':
    case 'unwritable':
      return `${to} could not be written (${detail}).`;
    default:
      return fault satisfies never;
  }
}
