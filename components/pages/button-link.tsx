import Link from 'next/link';
import type { ComponentProps } from 'react';
import { LOOKS } from '#components/button.tsx';

/** A link that looks like a button, because it leads to the next thing to do. */
export function ButtonLink({ look, className = '', ...rest }: ComponentProps<typeof Link> & { readonly look: keyof typeof LOOKS }) {
  return <Link className={`inline-flex items-center justify-center no-underline ${LOOKS[look]} ${className}`} {...rest} />;
}
