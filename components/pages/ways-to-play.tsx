import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BotStrength } from '#game/match/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Card } from './card.tsx';
import type { Option } from './choice.tsx';
import { StrengthChoice, type Terms, TermsChoice } from './match-options.tsx';

type WayProps = { readonly busy: boolean };
type TermsProps = WayProps & { readonly scenarios: readonly Option<string>[] };

const USUAL: Terms = { scenario: null, turnSeconds: 30 };

/** The shortest way into a match, across the page. */
export function QuickMatch({ busy, onStart }: WayProps & { readonly onStart: () => void }) {
  const t = useTranslations('home');
  return (
    <Card title={t('quickTitle')} text={t('quickText')} className="sm:flex-row sm:items-center sm:justify-between">
      <div className="sm:w-72 sm:shrink-0">
        <Button look="main" disabled={busy} onClick={onStart}>
          {t('quickStart')}
        </Button>
      </div>
    </Card>
  );
}

export function InviteFriend({ busy, scenarios, onStart }: TermsProps & { readonly onStart: (terms: Terms) => void }) {
  const t = useTranslations('home');
  const [terms, setTerms] = useState(USUAL);
  return (
    <Card title={t('inviteTitle')} text={t('inviteText')}>
      <TermsChoice terms={terms} scenarios={scenarios} onChoose={setTerms} />
      <Button look="main" className="mt-auto" disabled={busy} onClick={() => onStart(playable(terms, scenarios))}>
        {t('inviteStart')}
      </Button>
    </Card>
  );
}

type PlayBotProps = TermsProps & { readonly onStart: (strength: BotStrength, terms: Terms) => void };

export function PlayBot({ busy, scenarios, onStart }: PlayBotProps) {
  const t = useTranslations('home');
  const [strength, setStrength] = useState<BotStrength>('skilled');
  const [terms, setTerms] = useState(USUAL);
  return (
    <Card title={t('botTitle')} text={t('botText')}>
      <StrengthChoice strength={strength} onChoose={setStrength} />
      <TermsChoice terms={terms} scenarios={scenarios} onChoose={setTerms} />
      <Button look="main" className="mt-auto" disabled={busy} onClick={() => onStart(strength, playable(terms, scenarios))}>
        {t('botStart')}
      </Button>
    </Card>
  );
}

/** A scenario that was chosen at another level may not be among those of this one. */
function playable(terms: Terms, scenarios: readonly Option<string>[]): Terms {
  return scenarios.some(({ value }) => value === terms.scenario) ? terms : { ...terms, scenario: null };
}
