import { useCallback, useEffect, useState } from 'react';
import type { AccountsAnswer } from '#protocol/instructors.ts';
import type { Reply } from '../api.ts';
import { askAsInstructor } from '../instructor-session.ts';

/** All accounts, and a way to read them again. Null until the host has answered. */
export function useAccounts(): readonly [Reply<AccountsAnswer> | null, () => Promise<void>] {
  const [reply, setReply] = useState<Reply<AccountsAnswer> | null>(null);
  const read = useCallback(async () => setReply(await askAsInstructor<AccountsAnswer>('GET', 'admin/accounts')), []);
  useEffect(() => void read(), [read]);
  return [reply, read];
}
