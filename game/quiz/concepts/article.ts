import type { ConceptRow } from './concept-row.ts';

export const ARTICLE_CONCEPTS = [] as const satisfies readonly ConceptRow[];
