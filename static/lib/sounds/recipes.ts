/** The sounds themselves, made in the browser: nothing is licensed and nothing is downloaded. */
import type { Kit } from "./kit";
import { breaths, struck, swell } from "./loops";

export type SoundName = "rain" | "sea" | "wind" | "bowl" | "chimes" | "drone" | "soft_pulse" | "breath";

/** Each is about as loud as the others; what plays it decides how loud that is. */
export const recipes: Readonly<Record<SoundName, (kit: Kit) => AudioNode>> = {
  rain: (kit) =>
    kit.mix(
      kit.chain(
        kit.noise(7.3, 11),
        kit.filter("highpass", 700),
        kit.filter("lowpass", 5200),
        kit.gain(swell(23, 0.16, 0.24)),
      ),
      kit.chain(kit.noise(5.9, 12), kit.filter("lowpass", 320), kit.gain(0.35)),
      kit.chain(kit.drops(13.1, 13, 260), kit.gain(0.16)),
    ),

  sea: (kit) =>
    kit.mix(
      kit.chain(kit.noise(8.9, 21), kit.filter("lowpass", swell(11, 260, 1500)), kit.gain(swell(11, 0.1, 0.6))),
      kit.chain(kit.noise(7.7, 22), kit.filter("lowpass", swell(17, 200, 900, 6)), kit.gain(swell(17, 0.08, 0.55, 6))),
    ),

  wind: (kit) =>
    kit.mix(
      kit.chain(kit.noise(8.3, 31), kit.filter("bandpass", swell(13, 260, 620), 1.6), kit.gain(swell(13, 0.3, 1.1))),
      kit.chain(
        kit.noise(6.1, 32),
        kit.filter("bandpass", swell(19, 180, 420, 9), 1.2),
        kit.gain(swell(19, 0.2, 0.9, 9)),
      ),
    ),

  bowl: (kit) => {
    const partial = (pitch: number, loud: number, ring: number, beat: number) =>
      kit.chain(
        kit.mix(kit.tone(pitch), kit.tone(pitch + beat)),
        kit.gain(struck(16, [0.4], ring, 0.09)),
        kit.gain(loud),
      );
    return kit.mix(
      partial(174, 0.15, 5.5, 0.5),
      partial(174 * 2.71, 0.07, 3.4, 0.8),
      partial(174 * 5.18, 0.022, 1.6, 1.1),
    );
  },

  chimes: (kit) => {
    const chime = (pitch: number, when: number[]) =>
      kit.chain(
        kit.mix(kit.tone(pitch), kit.chain(kit.tone(pitch * 2.76), kit.gain(0.15))),
        kit.gain(struck(24, when, 1.9, 0.03)),
        kit.gain(0.13),
      );
    return kit.mix(
      chime(392, [0.5, 9.5, 16]),
      chime(440, [3.5, 18.5]),
      chime(523.25, [6.5, 14, 21]),
      chime(587.33, [5, 12]),
      chime(659.25, [8, 19.5]),
    );
  },

  drone: (kit) => {
    const voice = (pitch: number, round: number, early: number) =>
      kit.chain(
        kit.mix(kit.tone(pitch, "triangle"), kit.tone(pitch * 1.003)),
        kit.gain(swell(round, 0.03, 0.08, early)),
      );
    return kit.chain(
      kit.mix(voice(98, 13, 0), voice(147, 17, 5), voice(196, 19, 9), voice(293.66, 23, 14)),
      kit.filter("lowpass", 900),
    );
  },

  soft_pulse: (kit) =>
    kit.mix(
      kit.chain(
        kit.mix(kit.tone(92), kit.chain(kit.tone(184), kit.gain(0.3))),
        kit.gain(struck(1, [0.05], 0.13, 0.07)),
        kit.gain(0.3),
      ),
      kit.chain(kit.mix(kit.tone(138), kit.tone(138.4)), kit.gain(0.035)),
    ),

  breath: (kit) =>
    kit.chain(
      kit.noise(9.7, 41),
      kit.filter("bandpass", breaths(4, 6, 320, 1100), 0.9),
      kit.gain(breaths(4, 6, 0.06, 0.75)),
    ),
};

export const SOUNDS = Object.keys(recipes) as SoundName[];
