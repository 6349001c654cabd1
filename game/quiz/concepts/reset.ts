import type { ConceptRow } from './concept-row.ts';

export const RESET_CONCEPTS = [] as const satisfies readonly ConceptRow[];
