'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type Ref, useState } from 'react';
import { FACES } from '#components/pictures/faces.ts';
import { PictureDownload } from '#components/pictures/picture-download.tsx';
import { DiagramDrawing } from './diagram-drawing.tsx';
import type { NamedArrow } from './arrow-words.ts';
import { ABOVE, sizeOf, WIDE } from './ground.ts';
import { keyOf, type Selection } from './selection.ts';

type DiagramDownloadProps = { readonly arrows: readonly NamedArrow[]; readonly chosen: Selection | null };

/** Saves the diagram as an SVG file, with what is chosen standing out. */
export function DiagramDownload({ arrows, chosen }: DiagramDownloadProps) {
  const t = useTranslations('learn-pictures');
  const [hasTitle, setHasTitle] = useState(true);
  const title = useTitle(chosen);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <PictureDownload
        fileName={['tcp-states', keyOf(chosen)].filter(Boolean).join('-').toLowerCase()}
        draw={(ref) => <DiagramPicture {...{ ref, arrows, chosen, title, hasTitle }} />}
      >
        {t('saveDiagram')}
      </PictureDownload>
      <label className="flex min-h-11 items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={hasTitle}
          onChange={(event) => setHasTitle(event.target.checked)}
          className="size-5 accent-client"
        />
        {t('withTitle')}
      </label>
    </div>
  );
}

function useTitle(chosen: Selection | null): string {
  const t = useTranslations('learn-pictures');
  if (chosen === null) return t('diagram');
  return chosen.type === 'state' ? t('diagramOfState', chosen) : t('diagramOfArrow', { from: chosen.arrow.from, to: chosen.arrow.to });
}

type DiagramPictureProps = DiagramDownloadProps & {
  readonly ref: Ref<SVGSVGElement>;
  readonly title: string;
  /** Whether it is to be read on the picture too. */
  readonly hasTitle: boolean;
};

/** In pixels: around the diagram, and for the title. */
const MARGIN = 16;
const HEAD = 44;

function DiagramPicture({ ref, arrows, chosen, title, hasTitle }: DiagramPictureProps) {
  const lang = useLocale();
  const ground = sizeOf(WIDE);
  const top = MARGIN + (hasTitle ? HEAD : 0);
  const whole = { width: Math.ceil(ground.width + 2 * MARGIN), height: Math.ceil(ground.height + top + MARGIN) };
  return (
    <svg ref={ref} {...whole} viewBox={`0 0 ${whole.width} ${whole.height}`} role="img" lang={lang} xmlLang={lang} style={FACES}>
      <title>{title}</title>
      <desc>{arrows.map(({ name }) => name).join('\n')}</desc>
      <rect {...whole} className="fill-card" />
      {hasTitle && (
        <text x={whole.width / 2} y={MARGIN + 22} textAnchor="middle" fontSize={22} className="fill-ink font-bold">
          {title}
        </text>
      )}
      <g transform={`translate(${MARGIN} ${top + ABOVE})`}>
        <DiagramDrawing {...{ arrows, chosen }} ground={WIDE} />
      </g>
    </svg>
  );
}
