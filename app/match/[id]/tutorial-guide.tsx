'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { hintFor, TutorialHints } from '#components/pages/tutorial-hints.tsx';
import type { View } from '#game/match/view.ts';

type TutorialGuideProps = { readonly view: View; readonly onResign: () => void };

/** Whoever skips the rest ends the match, so that nothing waits for them. */
export function TutorialGuide({ view, onResign }: TutorialGuideProps) {
  const router = useRouter();
  const [read, setRead] = useState(0);
  const skip = () => {
    onResign();
    router.push('/');
  };
  return <TutorialHints hint={hintFor(view, read)} onNext={() => setRead(read + 1)} onSkip={skip} />;
}
