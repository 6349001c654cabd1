import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { AccountChange, AccountState, ListedAccount, MadeLinkAnswer } from '#protocol/instructors.ts';
import { MadeLink } from './made-link.tsx';

export type AccountActions = {
  readonly onLink: (account: ListedAccount) => void;
  readonly onChange: (account: ListedAccount, change: AccountChange) => void;
  readonly onWithdraw: (account: ListedAccount) => void;
};

type AccountListProps = AccountActions & {
  readonly accounts: readonly ListedAccount[];
  /** The one who looks: nobody locks themselves out by a slip. */
  readonly ownId: string;
  /** A link that was just made for one of them. */
  readonly made: MadeLinkAnswer | null;
};

export function AccountList({ accounts, ownId, made, ...actions }: AccountListProps) {
  const t = useTranslations('admin');
  return (
    <ul aria-label={t('accounts')} className="flex flex-col divide-y divide-line">
      {accounts.map((account) => (
        <li key={account.id} className="flex flex-col gap-3 py-3 first:pt-0 last:pb-0">
          <div className="flex flex-col gap-2 lg:flex-row lg:items-center lg:gap-4">
            <Person account={account} isMe={account.id === ownId} />
            <Actions account={account} isMe={account.id === ownId} {...actions} />
          </div>
          {made?.account.id === account.id ? <MadeLink made={made} /> : null}
        </li>
      ))}
    </ul>
  );
}

const LOOKS: Readonly<Record<AccountState, string>> = {
  active: 'bg-good-soft text-good',
  invited: 'bg-amber-soft text-amber',
  disabled: 'bg-sunken text-muted',
};

function Person({ account: { name, email, role, state }, isMe }: { readonly account: ListedAccount; readonly isMe: boolean }) {
  const t = useTranslations('admin');
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <p className="font-semibold wrap-anywhere">
        {name || email} {isMe ? <span className="font-normal text-muted">{t('you')}</span> : null}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        {name ? <span className="wrap-anywhere">{email}</span> : null}
        <span className={`rounded-full px-2 py-0.5 ${LOOKS[state]}`}>{t(`states.${state}`)}</span>
        {role === 'admin' ? <span className="rounded-full bg-client-soft px-2 py-0.5 text-client">{t('roles.admin')}</span> : null}
      </p>
    </div>
  );
}

function Actions({
  account,
  isMe,
  onLink,
  onChange,
  onWithdraw,
}: AccountActions & { readonly account: ListedAccount; readonly isMe: boolean }) {
  const t = useTranslations('admin');
  const { role, state } = account;
  const other = role === 'admin' ? 'instructor' : 'admin';
  return (
    <div className="flex flex-wrap gap-2 lg:justify-end">
      {state === 'disabled' ? null : (
        <Button look="quiet" onClick={() => onLink(account)}>
          {t(state === 'invited' ? 'newInvitation' : 'newPassword')}
        </Button>
      )}
      {isMe ? null : (
        <Button look="quiet" onClick={() => onChange(account, { role: other })}>
          {t(`make.${other}`)}
        </Button>
      )}
      {state === 'invited' ? (
        <Button look="quiet" onClick={() => onWithdraw(account)}>
          {t('withdraw')}
        </Button>
      ) : isMe ? null : (
        <Button look="quiet" onClick={() => onChange(account, { disabled: state === 'active' })}>
          {t(state === 'active' ? 'disable' : 'enable')}
        </Button>
      )}
    </div>
  );
}
