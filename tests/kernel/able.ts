/** Whether this machine lets its kernel be watched. What is missing of programs is installed where a test of the product may: on Debian, by root. */
import { existsSync } from 'node:fs';
import { run, runs } from './command.ts';

const PACKAGES = ['iproute2', 'tcpdump'];
const PROBE = `last-ack-${process.pid}-probe`;

/** Why it cannot be; null where it can. */
export function reasonToSkip(): string | null {
  if (process.platform !== 'linux') return `this is ${process.platform}, and the comparison is with Linux`;
  if (process.getuid?.() !== 0) return 'only root may make network namespaces';
  if (!hasPrograms() && existsSync('/etc/debian_version')) install();
  if (!hasPrograms()) return 'ip, ss or tcpdump is not installed (packages iproute2 and tcpdump)';
  return whyNoNamespaces();
}

function hasPrograms(): boolean {
  return runs('ip', '-V') && runs('ss', '-V') && runs('tcpdump', '--version');
}

function install(): void {
  process.stdout.write(`Installing ${PACKAGES.join(' and ')} with apt-get, to watch the kernel.\n`);
  runs('apt-get', 'update', '-qq');
  runs('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
}

function whyNoNamespaces(): string | null {
  try {
    run('ip', 'netns', 'add', PROBE);
    run('ip', '-n', PROBE, 'link', 'add', 'probe', 'type', 'veth', 'peer', 'name', 'eborp');
    run('ip', 'netns', 'exec', PROBE, 'sh', '-c', 'echo 0 > /proc/sys/net/ipv4/tcp_early_retrans');
    return null;
  } catch (error) {
    return `network namespaces cannot be made here (${error instanceof Error ? error.message : error})`;
  } finally {
    runs('ip', 'netns', 'del', PROBE);
  }
}
