import type { Accepted } from '../../../shared/protocol/live.ts'
import type { Wish } from '../../net/socket.ts'

/** Takes an entry that was just added out again. */
export const removing = ({ activity }: Accepted): Wish[] => (activity ? [{ type: 'removeActivity', activity }] : [])
