import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Flag, Role } from '#game/tcp/vocabulary.ts';
import { type Draft, toggleData, toggleFlag, toggleNothing } from './draft.ts';

/** As people say them: the common ones first. */
const ORDER: readonly Flag[] = ['SYN', 'ACK', 'FIN', 'RST'];
const CHECKED = {
  client: 'has-checked:border-client has-checked:bg-client',
  server: 'has-checked:border-server has-checked:bg-server',
} as const;

type FlagTogglesProps = { readonly role: Role; readonly draft: Draft; readonly offered: number; readonly onChange: (draft: Draft) => void };

export function FlagToggles({ role, draft, offered, onChange }: FlagTogglesProps) {
  const t = useTranslations('duel.composer');
  return (
    <>
      <div className="grid grid-cols-5 gap-2">
        {ORDER.map((flag) => (
          <Toggle
            key={flag}
            role={role}
            shortcut={flag.charAt(0)}
            isOn={draft.flags.includes(flag)}
            onToggle={() => onChange(toggleFlag(draft, flag))}
          >
            <span className="font-mono font-bold">{flag}</span>
          </Toggle>
        ))}
        <Toggle role={role} shortcut="N" isOn={draft.isNothing} onToggle={() => onChange(toggleNothing(draft))}>
          <span className="text-[0.8rem] font-semibold">{t('nothing')}</span>
        </Toggle>
      </div>
      {offered > 0 && (
        <div className="mt-2">
          <Toggle isRow role={role} shortcut="D" isOn={draft.data} onToggle={() => onChange(toggleData(draft))}>
            <span className="text-sm font-semibold">{t('data', { count: offered })}</span>
          </Toggle>
        </div>
      )}
    </>
  );
}

type ToggleProps = {
  /** The shortcut stands beside the word. */
  readonly isRow?: boolean;
  readonly role: Role;
  readonly shortcut: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
};

function Toggle({ isRow = false, role, shortcut, isOn, onToggle, children }: ToggleProps) {
  return (
    <label
      className={`flex cursor-pointer items-center justify-center rounded-xl border border-line-strong bg-card px-1 py-1 text-ink shadow-card select-none hover:border-ink has-checked:text-card has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink has-disabled:cursor-default ${isRow ? 'min-h-11 gap-2' : 'min-h-13 flex-col'} ${CHECKED[role]}`}
    >
      <input type="checkbox" name="flag" checked={isOn} onChange={onToggle} aria-keyshortcuts={shortcut} className="sr-only" />
      <span className="flex items-center gap-1">
        {isOn && <span aria-hidden="true">✓</span>}
        {children}
      </span>
      <span aria-hidden="true" className="text-xs opacity-75 pointer-coarse:hidden">
        {shortcut}
      </span>
    </label>
  );
}
