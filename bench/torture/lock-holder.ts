/** A process of its own that holds the database for writing, as somebody with `sqlite3` may. Its parent ends it by closing its input. */
import SqliteFile from 'better-sqlite3';

const sqlite = new SqliteFile(process.argv[2] as string);
sqlite.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
process.stdin.resume().on('end', () => {
  sqlite.exec('ROLLBACK');
  sqlite.close();
});
