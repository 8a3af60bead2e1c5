import { scores } from '../scores/index.ts'
import PanelInput from './PanelInput.vue'

/** Scores of a panel in rounds: in a later one with what the panel and this device said in the round before. */
export const panel = { ...scores, input: PanelInput }
