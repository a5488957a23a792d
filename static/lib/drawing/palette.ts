// Written by `python -m facilitator.generate` from facilitator/activities/picture.py. Never edited by hand.

/** What a picture may be made of; the server takes nothing else. Places are from 0 to `SIDE`. */
export const SIDE = 1000;
export const PRESS_MOST = 9;
export const MARKS_MOST = 300;
export const POINTS_MOST = 4000;
export const SIZES = [60, 120, 200, 320] as const;
export const INKS = {
  black: "#29231f",
  gray: "#8a8580",
  brown: "#7a4b2a",
  red: "#b5322c",
  orange: "#d9772b",
  yellow: "#e8bd3c",
  green: "#4c8a43",
  teal: "#22868a",
  blue: "#2f62ab",
  purple: "#71489c",
  pink: "#d4799a",
  paper: "#fdfaf3",
} as const;
export const PENS = {
  fine: 8,
  middle: 18,
  broad: 44,
} as const;
export const STAMPS = {
  dot: "M50 0A50 50 0 1 1-50 0A50 50 0 1 1 50 0Z",
  square: "M-44-44H44V44H-44Z",
  triangle: "M0-48L50 42H-50Z",
  star: "M0-50L15-16L50-15L22 8L32 45L0 24L-32 45L-22 8L-50-15L-15-16Z",
  heart: "M0 46C-64 4-52-42-25-42C-10-42-2-32 0-22C2-32 10-42 25-42C52-42 64 4 0 46Z",
  sun: "M0-50L12-29L35-35L29-12L50 0L29 12L35 35L12 29L0 50L-12 29L-35 35L-29 12L-50 0L-29-12L-35-35L-12-29Z",
  cloud: "M-30 30A20 20 0 0 1-34-10A26 26 0 0 1 12-24A22 22 0 0 1 40 4A16 16 0 0 1 34 30Z",
  wave: "M-50 0C-34-34-16-34 0-6C14 20 32 16 50-14V14C32 46 10 48-6 20C-18 0-32 0-50 30Z",
  tree: "M0-50L26-14H14L36 18H8V48H-8V18H-36L-14-14H-26Z",
  house: "M0-48L48-6H36V44H12V14H-12V44H-36V-6H-48Z",
  person: "M0-50A15 15 0 1 1 0-20A15 15 0 1 1 0-50M-22-14H22L28 20H16L12 50H-12L-16 20H-28Z",
} as const;

export type Ink = keyof typeof INKS;
export type Pen = keyof typeof PENS;
export type StampName = keyof typeof STAMPS;
