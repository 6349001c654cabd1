import { useTranslations } from 'next-intl';
import { groupDigits } from '#components/session/session-code.ts';
import { useNow } from '#components/use-now.ts';
import { Chip } from './chip.tsx';
import type { ConsoleProps } from './console-props.ts';
import { clockText } from '#components/projector/clock-text.ts';
import { NewTabLink } from './new-tab-link.tsx';

type ConsoleHeadProps = Pick<ConsoleProps, 'view' | 'hostNow' | 'scenarioName'>;

/** What is going on, at a glance: the session, its phase, its code. */
export function ConsoleHead({ view, hostNow, scenarioName }: ConsoleHeadProps) {
  const t = useTranslations('console');
  const { title, phase, round, rounds, level, scenario, isPaused, isLocked, isRehearsal, projectorKey } = view;
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-2">
        <h1 className="text-2xl font-bold tracking-tight text-balance wrap-anywhere sm:text-3xl">{title}</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-muted">
          <Chip ground={phase === 'over' ? 'plain' : phase === 'round' ? 'good' : 'client'}>{t(`phases.${phase}`, { round, rounds })}</Chip>
          {isPaused ? <Chip ground="amber">{t('paused')}</Chip> : null}
          {isLocked && !isRehearsal && phase !== 'over' ? <Chip>{t('locked')}</Chip> : null}
          {isRehearsal ? <Chip ground="amber">{t('rehearsal')}</Chip> : null}
          <Running view={view} hostNow={hostNow} />
          <span>{t('level', { level })}</span>
          {scenario ? <span>{scenarioName(scenario)}</span> : null}
        </p>
      </div>
      {view.code && !isRehearsal ? <Code code={view.code} /> : null}
      <NewTabLink href={`/projector/${projectorKey}`} className="max-sm:w-full max-sm:justify-center">
        {t('projector')}
      </NewTabLink>
    </div>
  );
}

function Running({ view: { startedAt }, hostNow }: Pick<ConsoleHeadProps, 'view' | 'hostNow'>) {
  const t = useTranslations('console');
  const now = useNow(hostNow, startedAt !== null, 1_000);
  return startedAt === null ? null : <span className="tabular-nums">{t('running', { time: clockText(now - startedAt) })}</span>;
}

function Code({ code }: { readonly code: string }) {
  const t = useTranslations('console');
  return (
    <p className="flex items-baseline gap-2">
      <span className="text-sm text-muted">{t('code')}</span>
      <span className="font-mono text-2xl font-bold tracking-wider tabular-nums">{groupDigits(code)}</span>
    </p>
  );
}
