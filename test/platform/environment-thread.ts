import { answerInThread } from '../../server/platform/answer-in-thread.ts'

/** A thread for tests: it tells what the environment says. */
answerInThread((name) => process.env[String(name)])
