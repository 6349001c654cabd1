import { useTranslations } from 'next-intl';
import { Chapter } from './chapter.tsx';

const KEYS = [
  { keys: ['S', 'A', 'F', 'R'], does: 'flags' },
  { keys: ['N'], does: 'nothing' },
  { keys: ['D'], does: 'data' },
  { keys: ['Q', 'K'], does: 'numbers' },
  { keys: ['G', '←', '↑', '→', '↓'], does: 'states' },
  { keys: ['Enter'], does: 'enter' },
  { keys: ['←', '→'], does: 'replay' },
] as const;

export function Keys() {
  const t = useTranslations('help');
  return (
    <Chapter title={t('keysTitle')}>
      <table className="w-full border-collapse text-left">
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className="py-1 pr-4 font-medium">
              {t('key')}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t('does')}
            </th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(({ keys, does }) => (
            <tr key={does} className="border-t border-line">
              <th scope="row" className="py-2 pr-4 align-top font-normal whitespace-nowrap">
                {keys.map((key) => (
                  <kbd key={key} className="mr-1 rounded-md border border-line-strong bg-stripe px-2 py-0.5 font-mono text-sm">
                    {key}
                  </kbd>
                ))}
              </th>
              <td className="py-2">{t(`keys.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chapter>
  );
}
