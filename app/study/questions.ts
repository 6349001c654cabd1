/** What plans sessions, makes questions and judges answers: more than the rest of the page, so it comes while the host is asked for the cards. */
export { TEACHING_ORDER } from '#game/quiz/curriculum.ts';
export { isRight, kindsOf, makeQuestion, playAhead } from '#game/quiz/question.ts';
export { planSession, SESSION_LENGTH } from '#game/quiz/session.ts';
