/** A real small file system, which can be full: ext4 in a file, mounted. Only root may, and not in every container. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export type SmallDisk = {
  readonly folder: string;
  /** Leaves no room; again, where some has been found since. */
  fill(): void;
  empty(): void;
  unmount(): void;
};

/** `octets`: of the whole file system, its own tables too. In words where it cannot be mounted. */
export function mountSmallDisk(at: string, octets: number): SmallDisk | string {
  const image = `${at}.img`;
  const folder = join(at, 'disk');
  mkdirSync(folder, { recursive: true });
  writeFileSync(image, '');
  truncateSync(image, octets);
  try {
    run('mkfs.ext4', '-q', '-m', '0', image);
    run('mount', '-o', 'loop', image, folder);
  } catch (error) {
    rmSync(image, { force: true });
    return `needs root to mount (${String(error).split('\n')[0]})`;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fill(ballast),
    empty: () => rmSync(ballast, { force: true }),
    unmount: () => {
      run('umount', folder);
      rmSync(image, { force: true });
    },
  };
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** By ever smaller pieces, down to the last block. */
function fill(ballast: string): void {
  const file = openSync(ballast, 'a');
  try {
    for (let octets = 1_048_576; octets >= 1_024; octets /= 2) while (takes(file, Buffer.alloc(octets)));
  } finally {
    closeSync(file);
  }
}

function takes(file: number, octets: Buffer): boolean {
  try {
    return writeSync(file, octets) === octets.length;
  } catch {
    return false;
  }
}
