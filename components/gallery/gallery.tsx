'use client';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { ruleOf } from '#game/tcp/rules.ts';
import { Duel } from '#components/duel.tsx';
import type { DuelActions, RuleText } from '#components/duel-props.ts';
import { Header } from '#components/header.tsx';
import { Scoreline } from '#components/match/scoreline.tsx';
import { Replay } from '#components/replay.tsx';
import { NOW } from './build.ts';
import { SITUATIONS, type SituationName } from './situations.ts';

/** One situation of a match, with a clock that stands still. Nothing here reaches a host. */
export function Gallery({ situation, isReplay }: { readonly situation: SituationName; readonly isReplay: boolean }) {
  const [said, setSaid] = useState('');
  const locale = useLocale();
  const ruleText: RuleText = (id) => ({ text: locale === 'en' ? ENGLISH : CHINESE, section: ruleOf(id).section, linux: undefined });
  const view = SITUATIONS[situation];
  const scenarioName = view.settings.scenario ?? (view.ended ? 'simultaneous-close' : null);
  if (isReplay) {
    return (
      <>
        <Header locale={locale} onLocale={() => {}} />
        <Replay view={view} ruleText={ruleText} edges={DIAGRAM} scenarioName={scenarioName} captureHref="/gallery" />
      </>
    );
  }
  return (
    <>
      <Header locale={locale} onLocale={() => {}}>
        <Scoreline view={view} scenarioName={scenarioName} hostNow={hostNow} />
      </Header>
      <Duel
        view={view}
        hostNow={hostNow}
        ruleText={ruleText}
        edges={DIAGRAM}
        scenarioName={scenarioName}
        captureHref="/gallery"
        scenarioStory={scenarioName && (locale === 'en' ? ENGLISH_STORY : CHINESE_STORY)}
        replayHref="/gallery?situation=won&replay"
        on={actions(setSaid)}
      />
      <output data-said className="sr-only">
        {said}
      </output>
    </>
  );
}

function hostNow(): number {
  return NOW;
}

function actions(say: (text: string) => void): DuelActions {
  const saying =
    (name: string) =>
    (...values: unknown[]) =>
      say(JSON.stringify([name, ...values]));
  const names = ['propose', 'predict', 'ready', 'leave', 'resign', 'dispute', 'rematch', 'replaceIdle', 'reportName'] as const;
  return Object.fromEntries(names.map((name) => [name, saying(name)])) as unknown as DuelActions;
}

const ENGLISH = 'CLOSE in ESTABLISHED sends FIN and enters FIN_WAIT_1. The FIN takes one sequence number.';
const CHINESE = '在 ESTABLISHED 调用 CLOSE 会发送 FIN 并进入 FIN_WAIT_1。FIN 占用一个序列号。';
const ENGLISH_STORY = 'The two connect, then both close at the same moment and their FINs cross on the way.';
const CHINESE_STORY = '连接建立之后，双方在同一时刻关闭，两个 FIN 在途中交错。';
