import type { Role } from '#game/tcp/vocabulary.ts';
import { ROLE_STYLE } from '#components/role-style.ts';

export function Avatar({
  name,
  role,
  className = 'size-9 text-lg',
}: {
  readonly name: string;
  readonly role: Role;
  readonly className?: string;
}) {
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-lg font-bold text-card ${ROLE_STYLE[role].ground} ${className}`}
    >
      {(Array.from(name)[0] ?? '?').toUpperCase()}
    </span>
  );
}
