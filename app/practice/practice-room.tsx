'use client';

import { useState } from 'react';
import { Practice } from '#components/practice/practice.tsx';
import { beginPractice, takeStep, type PracticeStep, type Practice as State } from '#game/practice/practice.ts';
import type { Start } from './address.ts';
import { BoardHead } from './board-head.tsx';
import { drawSeed, PRACTICE, practiceHref } from './hrefs.ts';
import { Opening } from './opening.tsx';
import type { BoardTexts, PlayedLeg } from './start.ts';
import { useRun } from './use-run.ts';
import { useTellJudged } from './use-tell-judged.ts';

type PracticeRoomProps = PlayedLeg & BoardTexts & { readonly start: Start };

/** One practice, from its address and what is kept of it. */
export function PracticeRoom({ start, leg, scenarioName, edges, texts, names }: PracticeRoomProps) {
  const { level, role, bot: strength, seed } = start;
  const [nextSeed] = useState(drawSeed);
  const { run, step, end } = useRun<State, PracticeStep>({
    kind: 'practice',
    href: practiceHref(start),
    begin: () => beginPractice({ level, role, strength, seed }, leg),
    takeStep,
    judgedIn: ({ judged }) => judged,
    onJudged: useTellJudged('practice'),
  });
  // Above level 1 a scenario that was drawn is not told before the end.
  const shownName = level === 1 || start.scenario !== null || start.own !== null ? scenarioName : null;
  if (!run) return <Opening kind="practice" />;
  const isEnded = run.isEnded || run.state.phase === 'over';
  return (
    <>
      <BoardHead kind="practice" level={level} scenarioName={shownName} />
      <Practice
        practice={run.state}
        hasHints={start.hints}
        scenarioName={shownName}
        scenarioNameAtEnd={scenarioName}
        edges={edges}
        ruleText={(id) => texts[id]}
        ruleName={(id) => names[id]}
        isEnded={isEnded}
        againHref={practiceHref({ ...start, seed: nextSeed })}
        otherHref={PRACTICE}
        onStep={step}
        onEnd={end}
      />
    </>
  );
}
