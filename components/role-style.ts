/** The client is blue and the server is vermilion, on every board. */
import type { Role } from '#game/tcp/vocabulary.ts';

type RoleStyle = {
  readonly text: string;
  readonly ground: string;
  readonly soft: string;
  readonly edge: string;
  readonly fill: string;
  readonly stroke: string;
  readonly softFill: string;
  readonly faintStroke: string;
};

export const ROLE_STYLE: Readonly<Record<Role, RoleStyle>> = {
  client: {
    text: 'text-client',
    ground: 'bg-client',
    soft: 'bg-client-soft',
    edge: 'border-client',
    fill: 'fill-client',
    stroke: 'stroke-client',
    softFill: 'fill-client-soft',
    faintStroke: 'stroke-client-faint',
  },
  server: {
    text: 'text-server',
    ground: 'bg-server',
    soft: 'bg-server-soft',
    edge: 'border-server',
    fill: 'fill-server',
    stroke: 'stroke-server',
    softFill: 'fill-server-soft',
    faintStroke: 'stroke-server-faint',
  },
};
