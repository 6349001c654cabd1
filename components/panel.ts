/** A card on a wide window; on a phone a part of the page from edge to edge. */
export const PANEL = 'bg-card lg:rounded-card lg:border lg:border-line lg:shadow-card';
