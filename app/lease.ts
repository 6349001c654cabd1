/**
 * Something that is kept as long as anybody holds it, and a moment longer: React's StrictMode mounts, unmounts and mounts,
 * and one page follows another. Nobody at the other end should see that.
 */
export function createLease(begin: () => () => void, lingerMs = 400) {
  let holders = 0;
  let end: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function finish(): void {
    end?.();
    end = null;
  }

  function release(): void {
    holders -= 1;
    if (holders === 0) timer = setTimeout(finish, lingerMs);
  }

  /** The function that is returned gives it back; it is called once. */
  return function hold(): () => void {
    holders += 1;
    clearTimeout(timer);
    end ??= begin();
    return release;
  };
}
