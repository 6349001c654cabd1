import type { Topic } from '#game/quiz/vocabulary.ts';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { PaperAnswer, PaperKind } from '#protocol/study.ts';
import { ask } from '../api.ts';
import { ensureGuest } from '../session.ts';

export type PaperWish = { readonly id: string; readonly kind: PaperKind; readonly topics: readonly Topic[] };
type Begun =
  | { readonly ok: true; readonly playerId: string; readonly paperId: string }
  | { readonly ok: false; readonly trouble: TroubleCode };

/** A paper for whoever this browser is to the host. The same id again is the same paper, so a lost reply costs nothing. */
export async function beginPaper(wish: PaperWish): Promise<Begun> {
  const guest = await ensureGuest();
  if (!guest.ok) return guest;
  const reply = await ask<PaperAnswer>('POST', 'study/papers', wish);
  return reply.ok ? { ok: true, playerId: guest.data.playerId, paperId: reply.data.paperId } : reply;
}
