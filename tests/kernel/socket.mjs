/** TCP sockets in the namespace that this was started in, one connection after the other. A line on standard input is a call of the application, answered once it was made. */
import { createSocket } from 'node:dgram';
import { createServer, connect } from 'node:net';
import { createInterface } from 'node:readline';

let listener;
let socket;
let take;
/** By connect() or by accept(). */
let connected;

const CALLS = {
  /** Lets go of what there was. */
  begin: () => {
    if (listener?.listening) listener.close();
    socket?.destroy();
    connected = new Promise((resolve) => {
      take = resolve;
    });
  },
  listen: (address, port) => {
    listener = createServer({ allowHalfOpen: true }, adopt).listen(Number(port), address);
  },
  unlisten: () => void listener.close(),
  connect: (localAddress, localPort, host, port) =>
    adopt(connect({ localAddress, localPort: Number(localPort), host, port: Number(port), allowHalfOpen: true })),
  send: async (octets) => void (await connected).write(Buffer.alloc(Number(octets))),
  /** shutdown(SHUT_WR): this side has no more to say, and goes on listening. */
  shutdown: async () => void (await connected).end(),
  close: async () => void (await connected).destroy(),
  /** close() with SO_LINGER of 0 seconds. */
  abort: async () => void (await connected).resetAndDestroy(),
  /** A datagram to everyone: on the wire behind all that was sent before it. */
  mark: (address) =>
    new Promise((sent) => {
      const datagram = createSocket('udp4');
      datagram.bind(() => {
        datagram.setBroadcast(true);
        datagram.send('mark', 9, address, () => datagram.close(sent));
      });
    }),
};

/** What arrives is read at once. An error is the peer's reset, which the states tell. */
function adopt(one) {
  socket = one;
  socket.on('error', () => {});
  socket.resume();
  take(socket);
}

for await (const line of createInterface({ input: process.stdin })) {
  const [call, ...args] = line.split(' ');
  await CALLS[call](...args);
  process.stdout.write('done\n');
}
process.exit();
