/** How the API answers: JSON, and a refusal as its code with the status that the protocol gives it. */
import type { Context } from 'hono';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import type * as z from 'zod';

/** After how many seconds it may go better. */
export const RETRY_AFTER_SECONDS: Readonly<Partial<Record<Fault, number>>> = {
  'too-many-messages': 10,
  'too-many-tries': 30,
  'too-many-links': 30,
  'not-saved': 5,
  'shutting-down': 10,
};

/** `report`: where it was an error of the host's, the id under which its log has it. */
export function refuse(c: Context, fault: Fault, report: string | null = null) {
  c.set('fault', fault);
  const seconds = RETRY_AFTER_SECONDS[fault];
  if (seconds !== undefined) c.header('retry-after', String(seconds));
  return c.json(report === null ? { fault } : { fault, report }, FAULTS[fault]);
}

/** Null where the body is no JSON or not of the schema. */
export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | null> {
  const body: unknown = await c.req.json().catch(() => null);
  return schema.safeParse(body).data ?? null;
}
