/**
 * A figure to 12 decimals. Sums of floats differ in their last bits by the order of the adding; without this, items
 * that are level would be torn apart by noise.
 */
export const rounded = (value: number): number => Math.round(value * 1e12) / 1e12 + 0
