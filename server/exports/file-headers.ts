/** What says that an answer is a file to save, and what it is to be called. */
export function fileHeaders(name: string, createdAt: number) {
  const day = new Date(createdAt).toISOString().slice(0, 10);
  return {
    'content-type': name.endsWith('.json') ? 'application/json' : 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="last-ack-${day}-${name}"`,
  };
}
