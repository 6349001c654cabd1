/** What plans sessions, makes questions and judges answers: more than the rest of the page, so it comes while the host is asked for the cards. */
export { isRight, makeQuestion } from '#game/quiz/question.ts';
export { planSession, SESSION_LENGTH } from '#game/quiz/session.ts';
