/** Starts the host. The working directory is the project's. */
import { join, resolve } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { addressesOf, lanAddress } from './address.ts';
import { collectSeldom } from './garbage.ts';
import { greeting } from './greeting.ts';
import { createHost } from './host.ts';
import { createHttpServer, listen } from './http.ts';
import { readBuild } from './operations/build.ts';
import { createLog, errorLog } from './operations/log.ts';
import { preparePages, whyNoPages } from './pages.ts';
import { refuse, whyClosed } from './refuse.ts';
import { readSettings } from './settings.ts';
import { closeOnSignal } from './shutdown.ts';
import { standardOutput } from './standard-output.ts';
import { whyUnfit } from './unfit.ts';

collectSeldom();
const read = readSettings(process.env);
if (!read.ok) refuse(read.sentence);
const { settings } = read;
if (process.env.NODE_ENV === 'production') {
  const why = whyUnfit(settings.dataDir, Date.now()) ?? whyNoPages();
  if (why) refuse(why);
}

const opened = openDatabase(join(settings.dataDir, 'last-ack.db'), resolve('db/migrations'));
if (!opened.ok) refuse(whyClosed(opened, settings.dataDir));

const pages = await preparePages(process.env.NODE_ENV !== 'production');
const log = createLog(settings.logLevel, standardOutput);
const logError = errorLog(log);
const build = readBuild();
// A bug in one match must not end all others.
process.on('unhandledRejection', (error) => logError(error, 'nobody handled this'));
const host = createHost(opened.database, settings, log);
const server = createHttpServer(host.api, pages);

const listening = await listen(server, settings.host, settings.port);
if (!listening.ok) refuse(listening.sentence);
// Only now: a second start by mistake must not touch the open matches of the host that runs. No link can come before it,
// because what follows `listen` runs before the event loop takes the first connection.
await host.attach(server);
closeOnSignal({
  server,
  failed: (error) => logError(error, 'not all was closed in order'),
  letGo: async () => {
    pages.letGo();
    await host.close();
  },
  finish: async () => {
    await pages.close();
    opened.close();
  },
});
const addresses = addressesOf(settings.host, listening.port, lanAddress());
// A host on a full disk takes players in, tells them, and goes on when there is room.
const setUpPath = await host.setUpPath().catch((error) => {
  logError(error, 'no link for the first account could be made');
  return null;
});
standardOutput.write(await greeting(addresses, settings.dataDir, setUpPath, build));
log.info(build, 'Last ACK runs');
