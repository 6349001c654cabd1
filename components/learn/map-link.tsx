import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import type { State } from '#game/tcp/vocabulary.ts';
import { boxOf, type Ground, placeOf } from './ground.ts';

type MapLinkProps = Pick<ComponentProps<typeof Link>, 'ref' | 'tabIndex' | 'onKeyDown' | 'onFocus'> & {
  readonly href: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly children: ReactNode;
};

/** A link on the diagram. */
export function MapLink({ name, isChosen, ...rest }: MapLinkProps) {
  return (
    <Link
      {...rest}
      prefetch={false}
      scroll={false}
      aria-label={name}
      aria-current={isChosen ? 'true' : undefined}
      className="group outline-none"
    />
  );
}

/** Beyond the state, in pixels: for a finger. */
const REACH = 4;

export function StateTarget({ state, ground }: { readonly state: State; readonly ground: Ground }) {
  const { x, y } = placeOf(state, ground);
  const { width, height } = boxOf(ground);
  return (
    <rect
      x={x - width / 2 - REACH}
      y={y - height / 2 - REACH}
      width={width + 2 * REACH}
      height={height + 2 * REACH}
      rx={11}
      strokeWidth={2.5}
      className="fill-transparent stroke-transparent group-hover:stroke-line-strong group-focus-visible:stroke-ink"
    />
  );
}

/** Wide enough to be hit; what is seen of it is narrower. */
export function ArrowTarget({ path }: { readonly path: string }) {
  return (
    <>
      <path d={path} strokeWidth={18} className="fill-none stroke-transparent" />
      <path
        d={path}
        strokeWidth={5}
        className="fill-none stroke-transparent group-hover:stroke-client/40 group-focus-visible:stroke-ink/70"
      />
    </>
  );
}
