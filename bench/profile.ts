/** A CPU profile of this process, between two questions of its parent. */
import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';

export type Profile = Profiler.Profile;

const EVERY_MICROSECONDS = 200;

export function createProfiler() {
  const session = new Session();
  return {
    'profile-start': async () => {
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: EVERY_MICROSECONDS });
      await session.post('Profiler.start');
      return {};
    },
    'profile-stop': async () => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return { profile };
    },
  };
}
