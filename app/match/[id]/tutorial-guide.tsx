'use client';

import { useState } from 'react';
import { hintFor, TutorialHints } from '#components/pages/tutorial-hints.tsx';
import type { View } from '#game/match/view.ts';

export function TutorialGuide({ view }: { readonly view: View }) {
  const [read, setRead] = useState(0);
  const [isSkipped, setSkipped] = useState(false);
  if (isSkipped) return null;
  return <TutorialHints hint={hintFor(view, read)} onNext={() => setRead(read + 1)} onSkip={() => setSkipped(true)} />;
}
