import type { NoAnswer } from '../../../net/answers.ts'
import type { Say } from './say.ts'

/** What went wrong, in a sentence: the server's own, or ours when nobody could be asked. */
export const problemText = ({ message }: NoAnswer, t: Say): string => message || t('problem.unreachable')
