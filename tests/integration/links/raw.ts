/** HTTP as no client would send it. */
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type Raw = {
  readonly socket: Socket;
  /** All that has come, once the other end has closed. */
  readonly heard: Promise<string>;
};

export async function rawTo(url: string, text: string): Promise<Raw> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let said = '';
  socket.setEncoding('latin1').on('data', (part: string) => (said += part));
  // A reset is a way to close, too.
  socket.on('error', () => {});
  const heard = new Promise<string>((resolve) => socket.once('close', () => resolve(said)));
  socket.write(text);
  return { socket, heard };
}
