/** Own drawings on a grid of 24, one stroke path each: a name here is all that a new icon needs. */
const circle = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z'
const eye = 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z'
const dot = (x: number, y: number) => `M${x} ${y + 0.5}a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Z`

export const icons = {
  check: 'M4.5 12.5l5 5.5L19.5 6.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  up: 'M5.5 15L12 8.5l6.5 6.5',
  down: 'M5.5 9l6.5 6.5L18.5 9',
  next: 'M9 5.5l6.5 6.5L9 18.5',
  undo: 'M8 4L3.5 8.5 8 13M4 8.5h10a5.75 5.75 0 0 1 0 11.5H8',
  people:
    'M9 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.3a3.75 3.75 0 0 1 0 6.9M18 14.9c2 .8 3.2 2.5 3.5 5.1',
  vote: 'M3.5 13.5h17v7h-17zM7 13.5v-10h10v10M9.8 8.3l1.7 1.7 3-3.2',
  warning: 'M12 3.5l9.5 17h-19zM12 10v4.5M12 17.4v.1',
  danger: 'M8 3h8l5 5v8l-5 5H8l-5-5V8ZM12 7.5v5.5M12 16.4v.1',
  info: `${circle}M12 11v5.5M12 7.6v.1`,
  clock: `${circle}M12 7v5.5l3.5 2`,
  help: `${circle}M9.4 9.4a2.7 2.7 0 1 1 4 2.4c-.9.5-1.4 1.1-1.4 2.2M12 16.9v.1`,
  drag: [dot(9, 6), dot(15, 6), dot(9, 12), dot(15, 12), dot(9, 18), dot(15, 18)].join(''),
  eye,
  eyeOff: `${eye}M4.5 20L19.5 4`,
  merge: 'M5 3.5V6c0 4 7 4 7 8.5v6M19 3.5V6c0 4-7 4-7 8.5M8 16.5l4 4 4-4',
  download: 'M12 3.5V15M7 10.5l5 5 5-5M4 20.5h16',
  link: 'M10 14a4.5 4.5 0 0 0 6.4 0l3.2-3.2a4.5 4.5 0 0 0-6.4-6.4L12 5.6M14 10a4.5 4.5 0 0 0-6.4 0l-3.2 3.2a4.5 4.5 0 0 0 6.4 6.4l1.2-1.2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3l5.2 5.2',
  language: `${circle}M3 12h18M12 3c2.6 2.5 3.9 5.6 3.9 9s-1.3 6.5-3.9 9c-2.6-2.5-3.9-5.6-3.9-9S9.4 5.5 12 3Z`,
  textSize: 'M2.5 7V5h12v2M8.5 5v14M6 19h5M14.5 13v-1.5h7V13M18 11.5V19M16.3 19h3.4',
  edit: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19ZM14 6.5l3.5 3.5',
  trash: 'M4 6.5h16M9 6.5v-3h6v3M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6',
  lock: 'M5 11h14v9.5H5zM8 11V7.5a4 4 0 0 1 8 0V11',
  more: [dot(5, 12), dot(12, 12), dot(19, 12)].join(''),
  play: 'M7 4.5l12 7.5-12 7.5Z',
  pause: 'M8 5v14M16 5v14',
  offline:
    'M2.5 9c1-1 2.2-1.8 3.5-2.5M10 5.2a14 14 0 0 1 11.5 3.8M5.8 12.8c.9-.9 1.9-1.5 3-2M14.5 10.7c1.4.4 2.6 1.1 3.7 2.1M9 16.3a4.3 4.3 0 0 1 6 0M12 19.9v.1M3.5 3.5l17 17',
} as const

export type IconName = keyof typeof icons
