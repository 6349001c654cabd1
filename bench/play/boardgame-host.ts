/** boardgame.io as its documentation has it: its own server and socket.io transport, matches in memory, two players who take turns. */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { answerParent } from '../answering.ts';
import { BOARDGAME, MOVES_A_MATCH } from './boardgame-rules.ts';

const require = createRequire(resolve('bench/boardgame/package.json'));
const { Server, SocketIO } = require('boardgame.io/server');

type Said = { readonly flags: readonly string[] | null; readonly data: boolean; readonly state: string };
type Board = { last: [Said | null, Said | null]; points: [number, number]; moves: number };

const game = {
  name: BOARDGAME,
  setup: (): Board => ({ last: [null, null], points: [0, 0], moves: 0 }),
  turn: { minMoves: 1, maxMoves: 1 },
  disableUndo: true,
  moves: {
    propose: ({ G, playerID }: { G: Board; playerID: string }, said: Said) => {
      const side = Number(playerID) as 0 | 1;
      G.last[side] = said;
      G.points[side] += said.state === 'ESTABLISHED' ? 1 : 0;
      G.moves += 1;
    },
  },
  endIf: ({ G }: { G: Board }) => (G.moves >= MOVES_A_MATCH ? { points: G.points } : undefined),
};

const transport = new SocketIO({ socketOpts: { transports: ['websocket'], perMessageDeflate: false, httpCompression: false } });
const server = Server({ games: [game], transport, origins: [/127\.0\.0\.1/] });
const running = await server.run({ port: Number(process.env.PORT ?? 0) });
const { port } = running.appServer.address() as AddressInfo;
answerParent({ url: `http://127.0.0.1:${port}` }, {}, async () => server.kill(running));
