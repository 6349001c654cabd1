/**
 * The overview of a class of five hundred is a hundred kilobytes, once a second. The links of instructors, and no others, send what is so large
 * compressed (RFC 7692): docs/decisions/large-messages.md.
 */
import type { IncomingMessage } from 'node:http';
import { type ServerOptions, WebSocketServer } from 'ws';
import { hasInstructorCookie } from './instructors/cookie.ts';

/** In octets. What a player is sent stays below it, but for the first view of a long match. */
const LARGE = 8 * 1_024;
/** No window is kept from one message to the next: an idle link costs nothing. */
const COMPRESSION = { threshold: LARGE, serverNoContextTakeover: true, clientNoContextTakeover: true } as const;
const EXTENSIONS = 'sec-websocket-extensions';

/** Takes the compression that a handshake offers. engine.io is not to know of it: it would stop making a frame once for all who see the same. */
export class CompressingServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, perMessageDeflate: COMPRESSION });
  }
}

/** To be called before the handshake is answered: of all but instructors the offer is not heard. */
export function hearOffer({ headers }: IncomingMessage): void {
  if (!hasInstructorCookie(headers.cookie)) delete headers[EXTENSIONS];
}

type Engine = { readonly transport: Transport; on(event: 'upgrade', hear: (transport: Transport) => void): unknown };
type Transport = { perMessageDeflate?: unknown; readonly socket?: { readonly extensions: string } };

/**
 * A frame that is made ahead would overtake one that is being compressed. engine.io leaves such frames alone on a transport that it believes to
 * compress; the field is not in the types of engine.io 6.6, and a test holds what it does.
 */
export function keepOrder(engine: unknown): void {
  const one = engine as Engine;
  mark(one.transport);
  one.on('upgrade', mark);
}

function mark(transport: Transport): void {
  if (transport.socket?.extensions) transport.perMessageDeflate = COMPRESSION;
}
