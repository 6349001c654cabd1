import type { ConceptRow } from './concept-row.ts';

export const OPENING_CONCEPTS = [] as const satisfies readonly ConceptRow[];
