import { useTranslations } from 'next-intl';
import type { RuleId } from '#game/tcp/rules.ts';
import type { RuleText } from '#components/duel-props.ts';

const RFC = 'https://www.rfc-editor.org/rfc/rfc9293.html#section-';

/** The rules that gave an answer, in the order in which they fired, each with the section it rests on. */
export function Rules({ ids, ruleText }: { readonly ids: readonly RuleId[]; readonly ruleText: RuleText }) {
  return (
    <ul className="space-y-2">
      {ids.map((id) => (
        <li key={id}>
          <Rule id={id} ruleText={ruleText} />
        </li>
      ))}
    </ul>
  );
}

function Rule({ id, ruleText }: { readonly id: RuleId; readonly ruleText: RuleText }) {
  const t = useTranslations('duel.verdict');
  const { text, section, linux } = ruleText(id);
  return (
    <>
      {text} <SectionLink section={section} />
      {linux && (
        <span className="mt-1 block text-muted">
          <strong>{t('linux')}</strong> {linux}
        </span>
      )}
    </>
  );
}

/** `section`: without the sign. */
export function SectionLink({ section }: { readonly section: string }) {
  return (
    <a href={`${RFC}${section}`} target="_blank" rel="noreferrer" className="whitespace-nowrap text-client underline underline-offset-2">
      RFC 9293 §{section}
    </a>
  );
}
