/** How the API answers: JSON, and a refusal as its code with the status that the protocol gives it. */
import type { Context } from 'hono';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import type * as z from 'zod';

/** `report`: where it was an error of the host's, the id under which its log has it. */
export function refuse(c: Context, fault: Fault, report: string | null = null) {
  c.set('fault', fault);
  return c.json(report === null ? { fault } : { fault, report }, FAULTS[fault]);
}

/** Null where the body is no JSON or not of the schema. */
export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | null> {
  const body: unknown = await c.req.json().catch(() => null);
  return schema.safeParse(body).data ?? null;
}
