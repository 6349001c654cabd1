/** The size of what is kept, for administrators: apart from the schemas, so that the page that shows it is not sent those. */

/** GET /api/admin/storage : what there is, in octets and rows, and how long it is kept. */
export const COUNTED_TABLES = ['matches', 'moves', 'judged_moves', 'study_answers', 'players', 'sessions'] as const;
export type CountedTable = (typeof COUNTED_TABLES)[number];
/** The next sweep is counted up to here; one more stands for all that is above. */
export const SWEEP_COUNTED = 500;
export type StorageAnswer = {
  readonly database: number;
  /** Of the database file, what deleted rows have left free; new rows take it first. */
  readonly unused: number;
  /** The write-ahead log beside it. */
  readonly log: number;
  /** Free on the disk, for the user who runs the host. */
  readonly free: number;
  /** Octets a match with all that hangs on it; null while there are too few to tell. */
  readonly perMatch: number | null;
  /** At most: what was deleted between the oldest row and the newest still counts. */
  readonly rows: Readonly<Record<CountedTable, number>>;
  /** The last backup that was made by `npm run backup`. `isDue`: it was more than a week ago, or there was none. */
  readonly backup: {
    readonly last: { readonly at: number; readonly path: string; readonly octets: number } | null;
    readonly isDue: boolean;
  };
  /** `days`: of RETENTION_DAYS; 0 is for ever. `next`: what would be swept now; null where nothing ever is. */
  readonly retention: { readonly days: number; readonly next: { readonly players: number; readonly matches: number } | null };
};
