'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Trouble } from '#components/pages/trouble.tsx';
import { Waiting } from '#components/pages/waiting.tsx';
import type { Level } from '#game/match/vocabulary.ts';
import { useCommand } from '../command.ts';
import { useStore } from '../store.ts';
import { QUEUES } from './queue.ts';

const BOT_AFTER_SECONDS = 15;

/** Waits for an opponent, and goes into the match when there is one. */
export function QuickMatch({ level }: { readonly level: Level }) {
  const router = useRouter();
  const { store, hold } = QUEUES[level];
  const { matchId, trouble } = useStore(store);
  const seconds = useSeconds();
  const bot = useCommand();
  useEffect(hold, [hold]);
  useEffect(() => {
    if (matchId) router.replace(`/match/${matchId}`);
  }, [matchId, router]);

  const playBot = () =>
    bot.run({ type: 'bot-start', level, strength: 'skilled', scenario: null, turnSeconds: 30 }, (made) =>
      router.replace(`/match/${made.matchId}`),
    );

  return (
    <>
      <Waiting
        level={level}
        seconds={seconds}
        offersBot={seconds >= BOT_AFTER_SECONDS}
        busy={bot.busy}
        onCancel={() => router.push('/')}
        onBot={playBot}
      />
      <Trouble trouble={bot.trouble ?? trouble} />
    </>
  );
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1_000)), 250);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
