import { useTranslations } from 'next-intl';
import type { Role } from '#game/tcp/vocabulary.ts';

/** The client's and the server's: one's own end, and the bot's. */
export function useNames(role: Role): Readonly<Record<Role, string>> {
  const you = useTranslations('practice')('you');
  const bot = useTranslations('bots')('name');
  return role === 'client' ? { client: you, server: bot } : { client: bot, server: you };
}
