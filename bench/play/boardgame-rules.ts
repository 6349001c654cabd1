/** What the two sides of boardgame.io have to know of each other. */
export const BOARDGAME = 'proposals';
/** As many answers as a match of Last ACK has, about: boardgame.io keeps a log of each, which grows. */
export const MOVES_A_MATCH = 44;
