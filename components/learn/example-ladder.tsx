'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Example } from '#game/quiz/examples.ts';
import { LadderDownload } from '#components/ladder/download.tsx';
import { momentsOfScene } from '#components/quiz/moments-of-scene.ts';
import { SceneLadder } from '#components/quiz/scene-ladder.tsx';

type ExampleLadderProps = {
  readonly example: Example;
  /** The name of the rule that it is an example of. */
  readonly title: string;
  /** Of the scenario that it comes from; null where there is none. */
  readonly scenarioName: string | null;
  /** Without its ending. */
  readonly fileName: string;
};

/** How a rule is met in a scenario. */
export function ExampleLadder({ example, title, scenarioName, fileName }: ExampleLadderProps) {
  const t = useTranslations('learn-pictures');
  const roles = useTranslations('duel.players.roles');
  const { scenario, at, scene } = example;
  const names = { client: roles('client'), server: roles('server') };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="text-sm text-muted">{scenarioName === null ? t('added') : t('from', { scenario: scenarioName })}</p>
      <SceneLadder scene={scene} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {scenario && (
          <Link
            href={`/practice?scenario=${scenario}&role=${at}`}
            prefetch={false}
            className="py-2 text-sm font-semibold text-client underline underline-offset-2"
          >
            {t('tryIt')}
          </Link>
        )}
        <LadderDownload
          moments={momentsOfScene(scene)}
          names={names}
          hideStates={false}
          title={t('exampleOf', { rule: title })}
          fileName={fileName}
        >
          {t('saveLadder')}
        </LadderDownload>
      </div>
    </div>
  );
}
