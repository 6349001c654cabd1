/** Makes one of each, one after the other: what each reads may be much, and matches in play are judged in between. */
export async function oneByOne<A, B>(all: readonly A[], make: (one: A) => B | Promise<B>): Promise<readonly B[]> {
  const made: B[] = [];
  for (const one of all) {
    made.push(await make(one));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return made;
}
