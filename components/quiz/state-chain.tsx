import type { State } from '#game/tcp/vocabulary.ts';
import { Code } from '#components/code.tsx';

/** States, one after the other. */
export function StateChain({ states }: { readonly states: readonly State[] }) {
  return (
    <ol className="flex flex-wrap gap-x-2 gap-y-1 text-sm">
      {states.map((state, index) => (
        <li key={state} className="whitespace-nowrap">
          {index > 0 && <span aria-hidden="true">→ </span>}
          <Code>{state}</Code>
        </li>
      ))}
    </ol>
  );
}
