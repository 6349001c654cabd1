/** A segment in the spelling that is used on every board: TCP's own words, the same in every language. */
import type { Call, Event, Flag, Segment } from '#game/tcp/vocabulary.ts';

export function flagsText(flags: readonly Flag[]): string {
  return flags.join(' ');
}

/** The flags, then a word for each number; `len` only where there is data, `wnd` only where the window is not the usual one. */
export function segmentWords({ flags, seq, ack, len, wnd }: Segment): readonly [string, ...string[]] {
  const numbers = [...(ack === null ? [] : [`ack=${ack}`]), ...(len > 0 ? [`len=${len}`] : [])];
  return [flagsText(flags), `seq=${seq}`, ...numbers, ...(wnd === undefined ? [] : [`wnd=${wnd}`])];
}

export function segmentText(segment: Segment): string {
  return segmentWords(segment).join(' ');
}

/** All four fields, as the event card writes them, and the window where it is not the usual one. */
export function fullSegmentText({ flags, seq, ack, len, wnd }: Segment): string {
  const fields = [flagsText(flags), `seq=${seq}`, ack === null ? '' : `ack=${ack}`, `len=${len}`, wnd === undefined ? '' : `wnd=${wnd}`];
  return fields.filter(Boolean).join(' ');
}

/** As the sockets interface names the calls; the event card adds RFC 9293's words for them. */
export const CALL_TEXT: Readonly<Record<Call, string>> = {
  'open-active': 'connect()',
  'open-passive': 'listen()',
  send: 'send()',
  receive: 'receive()',
  close: 'close()',
  abort: 'abort()',
  status: 'status()',
};

export function callText(event: Exclude<Event, { type: 'segment' | 'timeout' }>): string {
  return event.type === 'send' ? `send(${event.len})` : CALL_TEXT[event.type];
}
