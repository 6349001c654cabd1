'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '#components/button.tsx';
import { Machine } from '#components/machine/machine.tsx';
import { MakeScenario } from '#components/machine/make-scenario.tsx';
import { Copyable } from '#components/pages/copyable.tsx';
import { playByHand, toLegScript } from '#game/scenarios/by-hand.ts';
import { toAddress } from '#game/scenarios/text/address.ts';
import { forgetOwnScenario, readOwnScenarios, saveOwnScenario, useOwnScenarios } from '../own-scenarios.ts';
import { ownPracticeHref } from '../practice/hrefs.ts';
import type { RuleTexts } from '../rule-texts.ts';
import { useMachine } from './use-machine.ts';

/** Where to begin from, but for the very beginning. */
const HANDSHAKE = 'server_listens;client_opens;deliver_to_server;deliver_to_client;deliver_to_server';
const STARTS = {
  nothing: '',
  handshake: HANDSHAKE,
  crossing: 'client_opens;server_opens',
  closing: `${HANDSHAKE};client_closes;deliver_to_server;deliver_to_client`,
  halfOpen: `${HANDSHAKE};client_crashes`,
} as const;

export function MachineRoom({ rules }: { readonly rules: RuleTexts }) {
  const t = useTranslations('machine');
  const machine = useMachine();
  const { script, at, refused } = machine;
  const own = useOwnScenarios();
  useEffect(readOwnScenarios, []);
  const shown = script.slice(0, at);
  const save = (name: string) => saveOwnScenario({ name, address: toAddress(toLegScript(shown)) });
  return (
    <Machine script={script} at={at} refused={refused} ruleText={(id) => rules[id]} onDo={machine.act} onStep={machine.step}>
      {machine.isUnread && <p role="alert">{t('unread')}</p>}
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-1 text-sm font-semibold">{t('starts')}</legend>
        {(Object.keys(STARTS) as (keyof typeof STARTS)[]).map((start) => (
          <Button key={start} look="quiet" onClick={() => machine.load(STARTS[start])}>
            {t(`start.${start}`)}
          </Button>
        ))}
      </fieldset>
      <Share address={machine.address} />
      <MakeScenario
        isPlayable={playByHand(shown).steps.some(({ happened }) => happened.length > 0)}
        own={own}
        hrefOf={({ name, address }) => ownPracticeHref({ script: address, name })}
        onSave={save}
        onForget={({ name }) => forgetOwnScenario(name)}
      />
    </Machine>
  );
}

function Share({ address }: { readonly address: string }) {
  const t = useTranslations('machine');
  if (address === '') return null;
  return <Copyable label={t('share')} text={`${window.location.origin}/machine#${address}`} />;
}
