/** Starts the host. The working directory is the project's. */
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '#db/open.ts';
import { addressesOf, lanAddress } from './address.ts';
import { greet } from './greeting.ts';
import { createHost } from './host.ts';
import { createHttpServer, listen } from './http.ts';
import { preparePages } from './pages.ts';
import { refuse, whyClosed } from './refuse.ts';
import { readSettings } from './settings.ts';
import { closeOnSignal } from './shutdown.ts';

const read = readSettings(process.env);
if (!read.ok) refuse(read.sentence);
const { settings } = read;

const opened = openDatabase(join(settings.dataDir, 'last-ack.db'), resolve('db/migrations'));
if (!opened.ok) refuse(whyClosed(opened, settings.dataDir));

const pages = await preparePages(process.env.NODE_ENV !== 'production');
const host = createHost(opened.database, settings, pino({ level: settings.logLevel }));
const server = createHttpServer(host.api, pages);
await host.attach(server);

const listening = await listen(server, settings.host, settings.port);
if (!listening.ok) refuse(listening.sentence);
closeOnSignal(server, async () => {
  await host.close();
  await pages.close();
  opened.close();
});
await greet(addressesOf(settings.host, listening.port, lanAddress()), settings.dataDir);
