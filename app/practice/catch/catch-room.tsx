'use client';

import { useState } from 'react';
import { Catch } from '#components/practice/catch.tsx';
import { beginCatching, takeCatchStep, type Catching, type CatchStep } from '#game/practice/catch.ts';
import type { Start } from '../address.ts';
import { BoardHead } from '../board-head.tsx';
import { CATCH, catchHref, drawSeed, PRACTICE } from '../hrefs.ts';
import { Opening } from '../opening.tsx';
import type { BoardTexts, PlayedLeg } from '../start.ts';
import { useRun } from '../use-run.ts';
import { useTellJudged } from '../use-tell-judged.ts';

type CatchRoomProps = PlayedLeg & BoardTexts & { readonly start: Start };

/** Two bots' moves, from the address and what is kept. */
export function CatchRoom({ start, leg, scenarioName, edges, texts }: CatchRoomProps) {
  const { level, seed } = start;
  const [nextSeed] = useState(drawSeed);
  const { run, step, end } = useRun<Catching, CatchStep>({
    kind: 'catch',
    href: catchHref(start),
    begin: () => beginCatching({ level, seed }, leg),
    takeStep: takeCatchStep,
    judgedIn: ({ calls }) => calls,
    onJudged: useTellJudged('catch'),
  });
  // Above level 1 a scenario that was drawn is not told before the end.
  const shownName = level === 1 || start.scenario !== null ? scenarioName : null;
  if (!run) return <Opening kind="catch" />;
  return (
    <>
      <BoardHead kind="catch" level={level} scenarioName={shownName} />
      <Catch
        catching={run.state}
        scenarioName={shownName}
        scenarioNameAtEnd={scenarioName}
        edges={edges}
        ruleText={(id) => texts[id]}
        isEnded={run.isEnded || run.state.phase === 'over'}
        againHref={catchHref({ ...start, seed: nextSeed })}
        otherHref={CATCH}
        practiceHref={PRACTICE}
        onStep={step}
        onEnd={end}
      />
    </>
  );
}
