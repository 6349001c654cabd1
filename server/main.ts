/** Starts the host. The working directory is the project's. */
import { addressesOf, lanAddress } from './address.ts';
import { createApi } from './api.ts';
import { greet } from './greeting.ts';
import { createHttpServer, listen } from './http.ts';
import { preparePages } from './pages.ts';
import { readSettings } from './settings.ts';
import { closeOnSignal } from './shutdown.ts';

const read = readSettings(process.env);
if (!read.ok) refuse(read.sentence);
const { settings } = read;

const pages = await preparePages(process.env.NODE_ENV !== 'production');
const server = createHttpServer(createApi(), pages);
// attachLinks(server, host)

const listening = await listen(server, settings.host, settings.port);
if (!listening.ok) refuse(listening.sentence);
closeOnSignal(server, async () => {
  await pages.close();
});
await greet(addressesOf(settings.host, listening.port, lanAddress()), settings.dataDir);

function refuse(sentence: string): never {
  process.stderr.write(`Last ACK did not start. ${sentence}\n`);
  process.exit(1);
}
