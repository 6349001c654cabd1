/** From a frame to the TCP segment that it carries. */
import { readPacket } from './ip.ts';
import { findPacket } from './link.ts';
import { viewOf } from './pcap.ts';
import { readHeader } from './tcp.ts';
import type { CapturedSegment, Frame, Skip } from './vocabulary.ts';

/** `start` is the time of the first frame. Checksums are not verified: where segments are captured at their sender, the network card has yet to fill them in. */
export function dissect(frame: Frame, start: bigint | null): CapturedSegment | Skip {
  const carried = findPacket(frame.linkType, frame.bytes);
  if (typeof carried === 'string') return carried;
  const packet = readPacket(frame, carried.at);
  if (typeof packet === 'string') return packet;
  // What an Ethernet frame is padded with lies behind the length that the IP header tells.
  const header = readHeader(viewOf(frame.bytes.subarray(packet.at, packet.at + packet.length)), packet.length);
  if (typeof header === 'string') return header;
  const { sourcePort, destinationPort, segment, window, sack } = header;
  return {
    frame: frame.number,
    time: frame.time === null || start === null ? null : frame.time - start,
    source: { address: packet.source, port: sourcePort },
    destination: { address: packet.destination, port: destinationPort },
    segment,
    window,
    sack,
    identification: packet.identification,
  };
}
