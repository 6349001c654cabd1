/** Players of the bare echo. Both say something at once, and again when they have heard the other and are acknowledged. */
import { openLink, type Link } from './link.ts';
import { addressOf, forEach, type Crowd, type CrowdWish, type Seat } from './seat.ts';
import type { Counted } from './tally.ts';

/** As long as a command that proposes. */
const PROPOSAL = { segment: { flags: ['SYN', 'ACK'], data: false, seq: null, ack: null }, state: 'SYN_RCVD' };

export async function gatherEcho({ url, players, pairs }: CrowdWish, counted: Counted): Promise<Crowd> {
  const received = counted;
  const seats: Seat[] = [];
  const links = await forEach(Array.from({ length: players }), async (_, n) => {
    const heard = { other: () => {} };
    const link = await openLink({ url, namespace: '', cookie: '', from: addressOf(n), received, hear: () => heard.other() });
    const room = `room-${Math.floor(n / 2)}`;
    await new Promise((resolve) => link.ask('join', room, resolve));
    seats[n] = createSeat(link, room, heard, counted);
    return link;
  });
  return {
    pairs: Array.from({ length: pairs }, (_, n) => [seats[2 * n], seats[2 * n + 1]] as [Seat, Seat]),
    prepare: async () => {},
    finished: () => 0,
    close: () => links.forEach((link) => void link.close()),
  };
}

function createSeat(link: Link, room: string, heard: { other: () => void }, counted: Counted): Seat {
  let isDue = true;
  let said = 0;
  let acknowledged = 0;
  let told = 0;
  const seat: Seat = { onDue: () => {}, answer };
  heard.other = () => {
    told += 1;
    goOn();
  };

  function goOn(): void {
    if (isDue || said !== acknowledged || told < said) return;
    isDue = true;
    seat.onDue();
  }

  function answer(): boolean {
    if (!isDue) return false;
    isDue = false;
    said += 1;
    const began = performance.now();
    link.ask('move', { room, id: `${said}`.padStart(21, '0'), turn: said, type: 'propose', seat: 'client', proposal: PROPOSAL }, () => {
      counted.now.latencies.push(performance.now() - began);
      counted.now.answers += 1;
      counted.now.commands += 1;
      acknowledged += 1;
      goOn();
    });
    return true;
  }
  return seat;
}
