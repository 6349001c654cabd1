'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ExamStart } from '#components/papers/exam-start.tsx';
import { PaperUnderWay } from '#components/papers/paper-under-way.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { Topic } from '#game/quiz/vocabulary.ts';
import type { Me } from '#protocol/api.ts';
import type { PaperAnswer } from '#protocol/study.ts';
import { useRead } from '../../read.ts';
import { useMe } from '../../session.ts';
import { keep, readKept } from '../kept.ts';
import { beginPaper } from '../begin-paper.ts';
import { newId } from '../../outbox.ts';

/** The last exam that was begun in this browser. */
const LAST = 'exam';

/** What is asked, and the start; an exam that is under way is gone on with. */
export function Exam() {
  const me = useMe();
  const router = useRouter();
  const [id, setId] = useState(newId);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  const start = async (topics: readonly Topic[]) => {
    setBusy(true);
    const reply = await beginPaper({ id, kind: 'exam', topics });
    setBusy(false);
    if (!reply.ok) return setTrouble(reply.trouble);
    keep(LAST, reply.playerId, reply.paperId);
    router.push(`/study/papers/${reply.paperId}`);
  };
  return (
    <>
      {me?.ok && <Last me={me.data} />}
      <ExamStart isBusy={isBusy} trouble={trouble} onChange={() => setId(newId())} onStart={start} />
    </>
  );
}

function Last({ me: { playerId } }: { readonly me: Me }) {
  const [paperId] = useState(() => readKept<string>(LAST, playerId));
  return paperId && <Known paperId={paperId} />;
}

function Known({ paperId }: { readonly paperId: string }) {
  const [reply] = useRead<PaperAnswer>(`study/papers/${paperId}`);
  return reply?.ok ? <PaperUnderWay paper={reply.data} /> : null;
}
