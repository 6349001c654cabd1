'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LevelChoice } from '#components/pages/match-options.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import { TutorialCard } from '#components/pages/tutorial-card.tsx';
import { InviteFriend, PlayBot, QuickMatch } from '#components/pages/ways-to-play.tsx';
import type { Level } from '#game/match/vocabulary.ts';
import { useCommand } from './command.ts';
import { MyName } from './my-name.tsx';
import { LEVEL_COOKIE, remember, TUTORIAL_COOKIE } from './remember.ts';
import type { ScenarioNames, ScenarioStories } from './scenario-names.ts';
import { useScenarios } from './scenarios.ts';

type ScenarioProps = { readonly scenarioNames: ScenarioNames; readonly scenarioStories: ScenarioStories };
type LobbyProps = ScenarioProps & { readonly isNew: boolean; readonly firstLevel: Level };

/** The ways into a match. What is only read stands around it, on the page. */
export function Lobby({ isNew, firstLevel, ...scenarios }: LobbyProps) {
  const t = useTranslations('home');
  const [level, setLevel] = useState(firstLevel);
  const choose = (next: Level) => {
    setLevel(next);
    remember(LEVEL_COOKIE, String(next));
  };
  return (
    <>
      {isNew ? <TutorialOffer /> : null}
      <section aria-labelledby="play" className="flex flex-col gap-4">
        <h2 id="play" className="text-xl font-bold">
          {t('playTitle')}
        </h2>
        <MyName />
        <Link href="/account" className="self-start text-sm text-client underline">
          {t('otherDevice')}
        </Link>
        <LevelChoice level={level} onChoose={choose} />
        <Ways level={level} {...scenarios} />
      </section>
    </>
  );
}

function TutorialOffer() {
  const router = useRouter();
  const { busy, trouble, run } = useCommand();
  const [isSkipped, setSkipped] = useState(false);
  const start = () => run({ type: 'tutorial-start' }, ({ matchId }) => router.push(`/match/${matchId}`));
  const skip = () => {
    remember(TUTORIAL_COOKIE, 'skipped');
    setSkipped(true);
  };
  if (isSkipped) return null;
  return (
    <>
      <TutorialCard busy={busy} onStart={start} onSkip={skip} />
      <Trouble trouble={trouble} />
    </>
  );
}

function Ways({ level, scenarioNames, scenarioStories }: ScenarioProps & { readonly level: Level }) {
  const router = useRouter();
  const { busy, trouble, run } = useCommand();
  const scenarios = useScenarios(scenarioNames, level, scenarioStories);
  return (
    <>
      <QuickMatch busy={busy} onStart={() => router.push(`/waiting?level=${level}`)} />
      <div className="grid items-stretch gap-4 md:grid-cols-2">
        <InviteFriend
          busy={busy}
          scenarios={scenarios}
          onStart={(terms) => run({ type: 'invite', level, ...terms }, ({ code }) => router.push(`/invite/${code}`))}
        />
        <PlayBot
          busy={busy}
          scenarios={scenarios}
          onStart={(strength, terms) =>
            run({ type: 'bot-start', level, strength, ...terms }, ({ matchId }) => router.push(`/match/${matchId}`))
          }
        />
      </div>
      <Trouble trouble={trouble} />
    </>
  );
}
