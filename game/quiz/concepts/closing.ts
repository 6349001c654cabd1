import type { ConceptRow } from './concept-row.ts';

export const CLOSING_CONCEPTS = [] as const satisfies readonly ConceptRow[];
