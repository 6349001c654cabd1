/** What the commands that copy the database have in common. */
import { resolve } from 'node:path';
import { type HostSettings, readSettings } from '#server/settings.ts';

export function settingsOrFail(): HostSettings {
  const read = readSettings(process.env);
  return read.ok ? read.settings : fail(read.sentence);
}

/** The one argument, a file: npm runs scripts in the project, whoever types is elsewhere. */
export function argumentFrom(usage: string): string {
  const [file, ...more] = process.argv.slice(2);
  return file === undefined || file === '' || more.length > 0 ? fail(usage) : resolve(process.env.INIT_CWD ?? '.', file);
}

export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
