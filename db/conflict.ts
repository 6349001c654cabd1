/** Thrown inside a write whose conditions do not hold, which undoes it. */
export class Conflict extends Error {}

export async function unlessConflict<Done, Not>(written: Promise<void>, done: Done, not: Not): Promise<Done | Not> {
  try {
    await written;
    return done;
  } catch (error) {
    if (error instanceof Conflict) return not;
    throw error;
  }
}
