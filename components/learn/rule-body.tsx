import Link from 'next/link';
import { useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { statesOf } from '#game/tcp/diagram.ts';
import { readingsBeside, ruleOf, type Rule, type RuleId } from '#game/tcp/rules.ts';
import { Code } from '#components/code.tsx';
import { hrefOfState } from './selection.ts';

export type RuleWords = { readonly name: string; readonly text: string; readonly linux?: string };
export type RuleWordsOf = Readonly<Record<RuleId, RuleWords>>;

export function hrefOfRule(id: RuleId): string {
  return `/learn/rules#${id}`;
}

/** What a rule says, but for its name: as a row of the table, and in words. */
export function RuleBody({ rule, words }: { readonly rule: Rule; readonly words: RuleWordsOf }) {
  const t = useTranslations('learn');
  const signals = useTranslations('signals');
  const { text, linux } = words[rule.id];
  return (
    <>
      <RuleRow rule={rule} />
      <p>{text}</p>
      {rule.signal && (
        <p className="text-sm text-muted">
          {t('tells')} {signals(rule.signal)}
        </p>
      )}
      {linux && (
        <p className="text-sm text-muted">
          <strong>{t('linux')}</strong> {linux}
        </p>
      )}
      <HouseNote rule={rule} />
      <Readings rule={rule} words={words} />
    </>
  );
}

function RuleRow({ rule }: { readonly rule: Rule }) {
  const t = useTranslations('learn');
  const { on, reply, next } = rule;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
      <Fact name={t('inStates')}>
        {statesOf(rule).map((state) => (
          <Link key={state} href={hrefOfState(state)} prefetch={false} className="mr-2 inline-block underline underline-offset-2">
            <Code>{state}</Code>
          </Link>
        ))}
      </Fact>
      <Fact name={t('when')}>{t(`events.${on}`)}</Fact>
      <Fact name={t('sends')}>{t(`replies.${reply}`)}</Fact>
      <Fact name={t('nextState')}>{next === 'same' ? t('stays') : <Code>{next}</Code>}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 font-medium">{children}</dd>
    </>
  );
}

/** What the text of the RFC says, where it can be read in more than one way. */
function HouseNote({ rule: { house } }: { readonly rule: Rule }) {
  const t = useTranslations('learn');
  const notes: Readonly<Record<string, string>> = useMessages().learn.houseRules;
  const note = house && notes[house];
  return note ? (
    <p className="text-sm text-muted">
      <strong>{t('house')}</strong> {note}
    </p>
  ) : null;
}

/** The other answers that stand beside it, or the one that it stands beside. */
function Readings({ rule, words }: { readonly rule: Rule; readonly words: RuleWordsOf }) {
  const t = useTranslations('learn');
  const others = rule.insteadOf ? [ruleOf(rule.insteadOf)] : readingsBeside(rule.id);
  return others.length === 0 ? null : (
    <p className="text-sm">
      <span className="text-muted">{t(rule.insteadOf ? 'alsoRight' : 'besides')}</span>{' '}
      {others.map(({ id }) => (
        <Link key={id} href={hrefOfRule(id)} className="mr-2 text-client underline underline-offset-2">
          {words[id].name}
        </Link>
      ))}
    </p>
  );
}
