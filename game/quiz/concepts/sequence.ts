import type { ConceptRow } from './concept-row.ts';

export const SEQUENCE_CONCEPTS = [] as const satisfies readonly ConceptRow[];
