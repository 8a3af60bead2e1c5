export interface PlotPoint {
  id: string
  /** what stands on its mark */
  label: string
  /** percent of the plot, from its start and from its foot */
  across: number
  upwards: number
  tone?: string | undefined
}

/* About half a mark on a phone: nearer ones would hide each other's number. */
const near = { across: 5, upwards: 8 }

/** Points of one tone that would hide each other share a mark, at the place of the first; each keeps its label. */
export function plotMarks(points: readonly PlotPoint[]): PlotPoint[] {
  const marks: PlotPoint[] = []
  for (const point of points) {
    const taken = marks.find(
      ({ across, upwards, tone }) =>
        tone === point.tone &&
        Math.abs(across - point.across) < near.across &&
        Math.abs(upwards - point.upwards) < near.upwards,
    )
    if (taken) taken.label += `·${point.label}`
    else marks.push({ ...point })
  }
  return marks
}
