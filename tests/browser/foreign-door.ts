/** Another address under which the host is reached, as a proxy that is set up wrongly would give it: the origin is then a foreign one. */
import { createServer, type IncomingMessage, request, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Door = { readonly url: string; readonly close: () => void };

export async function openForeignDoor(target: string): Promise<Door> {
  const to = ({ url, method, headers }: IncomingMessage): RequestOptions => ({
    ...urlParts(target),
    path: url,
    method,
    headers: { ...headers, host: new URL(target).host },
  });
  const door = createServer((came, answer) => {
    const onward = request(to(came), (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    came.pipe(onward);
  });
  door.on('upgrade', (came, socket) => {
    const onward = request(to(came), ({ statusCode, statusMessage }) => socket.end(`HTTP/1.1 ${statusCode} ${statusMessage}\r\n\r\n`));
    onward.on('upgrade', () => socket.destroy(new Error('the host took a foreign origin')));
    onward.end();
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const close = () => {
    door.close();
    door.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`, close };
}

function urlParts(target: string): RequestOptions {
  const { hostname, port } = new URL(target);
  return { hostname, port };
}
