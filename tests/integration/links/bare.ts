/** socket.io alone, without our host: for what hangs on its inner parts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type ServerOptions } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';

type Events = Record<string, (...args: never[]) => void>;

export async function startBare<Says extends Events>(options: Partial<ServerOptions>, engineCame: (engine: unknown) => void) {
  const http = createServer();
  const server = new Server<Record<never, never>, Says>(http, options);
  server.engine.on('connection', engineCame);
  onTestFinished(() => server.close());
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  function open(of: Parameters<typeof io>[1]): Socket<Says> {
    const browser: Socket<Says> = io(url, of);
    onTestFinished(() => void browser.close());
    return browser;
  }

  return { server, open };
}
