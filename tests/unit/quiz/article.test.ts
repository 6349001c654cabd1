/**
 * Which question covers which sentence of the Chinese article on the handshakes and the eleven states: the table that issue 5 asks for.
 * The sentences are told in few words; where they are wrong or say too little, the question teaches what is true.
 */
import { expect, test } from 'vitest';
import { CONCEPTS, type ConceptId } from '#game/quiz/concepts.ts';
import { STATES } from '#game/tcp/vocabulary.ts';

type Row = readonly [sentence: number, says: string, concepts: readonly ConceptId[]];

const TABLE: readonly Row[] = [
  [1, 'the client sends a SYN', ['first-segment-of-all']],
  [2, 'that is segment 1 of the handshake', ['first-segment-of-all']],
  [3, 'the server answers with SYN and ACK, segment 2', ['syn-of-the-answer']],
  [4, 'its ACK answers the SYN, its SYN asks whether the client is ready', ['syn-of-the-answer']],
  [5, 'the client answers with an ACK, segment 3', ['numbers-of-the-third']],
  [6, 'TCP is full duplex: each direction is closed by itself', ['two-directions']],
  [7, 'who has sent everything may send a FIN for that direction', ['two-directions']],
  [8, 'after a FIN nothing flows in that direction; the other end may still send', ['after-the-end-of-data']],
  [9, 'who closes first closes actively, the other one passively', ['who-may-begin']],
  [10, 'the client sends the first FIN', ['who-may-begin']],
  [11, 'the server answers with an ACK of the number received plus 1', ['number-that-answers-a-fin']],
  [12, 'a FIN takes a sequence number, like a SYN', ['a-number-for-a-flag']],
  [13, 'the server closes and sends its FIN', ['what-brings-the-second-fin']],
  [14, 'the client answers with an ACK of the number received plus 1', ['number-that-answers-a-fin']],
  [15, 'CLOSED is the initial state', ['closed-in-a-sentence']],
  [16, 'LISTEN: a socket of the server can accept connections', ['before-anybody-calls', 'program-busy-elsewhere']],
  [17, 'SYN_RCVD is short, on the server, and seldom seen in netstat', ['seldom-on-the-screen', 'caller-in-syn-rcvd']],
  [18, 'SYN_RCVD becomes ESTABLISHED with the ACK of the client', ['the-ack-it-waits-for']],
  [19, 'connect() sends a SYN and waits in SYN_SENT for segment 2', ['two-calls-that-fail']],
  [20, 'SYN_SENT: the client has sent its SYN', ['two-calls-that-fail']],
  [21, 'ESTABLISHED: the connection is there', ['seen-from-one-end']],
  [22, 'FIN_WAIT_1 and FIN_WAIT_2 both wait for the FIN of the peer', ['two-waits-compared']],
  [23, 'FIN_WAIT_1: closed actively out of ESTABLISHED, FIN sent', ['ways-into-the-wait', 'a-full-send-queue']],
  [24, 'the ACK comes at once in any case: FIN_WAIT_1 is seldom seen, FIN_WAIT_2 often', ['a-full-send-queue', 'what-the-answer-promises']],
  [25, 'FIN_WAIT_2 is a half-connection: the peer says that it has more to send', ['what-the-answer-promises', 'name-of-the-condition']],
  [26, 'TIME_WAIT: FIN received and acknowledged; CLOSED after 2MSL', ['what-sets-it-apart', 'when-the-wait-is-over']],
  [27, 'FIN and ACK in one segment lead from FIN_WAIT_1 to TIME_WAIT', ['ack-inside-a-fin']],
  [28, 'CLOSING is a rare exception', ['story-of-closing']],
  [29, 'the ACK normally comes before the FIN, or with it', ['ack-inside-a-fin']],
  [30, 'CLOSING: a FIN has come instead of the ACK', ['ack-inside-a-fin']],
  [31, 'it arises when both close almost at the same time', ['story-of-closing']],
  [32, 'CLOSE_WAIT waits for a close', ['whose-turn-it-is']],
  [33, 'the peer has sent a FIN, our system has answered with an ACK', ['whose-turn-it-is']],
  [34, 'send what is left, then close and send a FIN', ['close-right-after-send']],
  [35, 'in CLOSE_WAIT it is for you to close', ['whose-turn-it-is']],
  [36, 'LAST_ACK: the passive closer has sent its FIN and waits for the ACK', ['whose-ack-is-the-last', 'stuck-near-the-end']],
];

const ofTheArticle = CONCEPTS.filter(({ article = [] }) => article.length > 0);

test('every sentence of the article is in the table, and none without a question', () => {
  expect(TABLE.map(([sentence]) => sentence)).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
  expect(TABLE.filter(([, , concepts]) => concepts.length === 0)).toEqual([]);
});

test.each(TABLE)('sentence %i, “%s”: %j', (sentence, _says, concepts) => {
  const covering = ofTheArticle.filter(({ article = [] }) => article.includes(sentence)).map(({ id }) => id);
  expect(covering.sort()).toEqual([...concepts].sort());
});

test.each(STATES)('the article on %s is covered', (state) => {
  expect(ofTheArticle.filter(({ states }) => states.includes(state))).not.toEqual([]);
});

test('there are at least twelve questions from the article', () => {
  expect(ofTheArticle.length).toBeGreaterThanOrEqual(12);
});
