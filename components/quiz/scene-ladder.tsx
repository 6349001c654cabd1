'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import type { Scene } from '#game/quiz/vocabulary.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { Drawing, drawnHeight } from '#components/ladder/drawing.tsx';
import { frameOf } from '#components/ladder/frame.ts';
import { layOutLadder } from '#components/ladder/layout.ts';
import { Sentences } from '#components/ladder/sentences.tsx';
import { useSize } from '#components/ladder/use-size.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { momentsOfScene } from './moments-of-scene.ts';

type SceneLadderProps = {
  readonly scene: Scene;
  /** Where they are what is asked. */
  readonly hideStates?: boolean;
};

/** The ladder of a question, as high as it needs. What is asked stands open on it. */
export function SceneLadder({ scene, hideStates = false }: SceneLadderProps) {
  const roles = useTranslations('duel.players.roles');
  const box = useRef<HTMLDivElement>(null);
  const frame = frameOf(useSize(box).width);
  const moments = useMemo(() => momentsOfScene(scene), [scene]);
  const layout = useMemo(() => layOutLadder(moments, frame.isCompact), [moments, frame.isCompact]);
  const height = drawnHeight(layout);
  const names = { client: roles('client'), server: roles('server') };
  return (
    <div ref={box} className="card relative overflow-hidden">
      <div aria-hidden="true" className="flex justify-between pt-2.5 font-mono text-xs font-bold">
        {ROLES.map((role) => (
          <span key={role} style={{ width: 2 * frame.x.client }} className={`text-center ${ROLE_STYLE[role].text}`}>
            {names[role]}
          </span>
        ))}
      </div>
      <Sentences moments={moments} names={names} hideStates={hideStates} />
      <svg width={frame.width} height={height} aria-hidden="true" className="block">
        <Drawing layout={layout} frame={frame} height={height} hideStates={hideStates} />
      </svg>
    </div>
  );
}
