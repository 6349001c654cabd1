/** The reference: a bare socket.io host. What a member of a room says goes to the other one, and is acknowledged. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerParent } from '../answering.ts';

const server = createServer();
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, httpCompression: false, serveClient: false });

io.on('connection', (link) => {
  link.on('join', (room: string, answer: (ok: object) => void) => {
    link.join(room);
    answer({ ok: true });
  });
  link.on('move', (message: { readonly room: string }, answer: (ok: object) => void) => {
    link.to(message.room).emit('move', message);
    answer({ ok: true });
  });
});

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  answerParent({ url: `http://127.0.0.1:${port}` }, {}, async () => void io.close());
});
