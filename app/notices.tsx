'use client';

import { LinkNotice } from '#components/pages/link-notice.tsx';
import { MatchWaits } from '#components/pages/match-waits.tsx';
import { Notices } from '#components/pages/notices.tsx';
import type { MatchesAnswer } from '#protocol/api.ts';
import { matchThatWaits, retryNow, useLink } from './link.ts';
import { useRead } from './read.ts';
import { useStore } from './store.ts';

/** For pages that open the link. */
export function LinkNotices() {
  const link = useLink();
  return (
    <Notices>
      <LinkNotice link={link} onRetry={retryNow} />
    </Notices>
  );
}

/** For the start page: the link, and a match that is still open. */
export function StartNotices() {
  const link = useLink();
  const [reply] = useRead<MatchesAnswer>('matches');
  const begun = useStore(matchThatWaits);
  const open = reply?.ok ? reply.data.matches.find(({ result }) => result === 'open') : undefined;
  const matchId = begun ?? open?.matchId;
  return (
    <Notices>
      <LinkNotice link={link} onRetry={retryNow} />
      {matchId ? <MatchWaits matchId={matchId} opponent={matchId === open?.matchId ? open.opponent : null} /> : null}
    </Notices>
  );
}

/** For pages that open no link of their own: an invitation may be accepted while its maker reads. */
export function MatchNotice() {
  const begun = useStore(matchThatWaits);
  return <Notices>{begun ? <MatchWaits matchId={begun} opponent={null} /> : null}</Notices>;
}
