/** The few nodes that every sound is put together from. All of them begin at one moment and know how far in it is. */
import { type Curve, fillCurve, fillDrops, fillNoise } from "./loops";

/** Enough for a curve that moves once in a second; every browser takes it. */
const SLOW = 8000;

export class Kit {
  readonly #sources: AudioScheduledSourceNode[] = [];

  /** `at`: when it begins, by the context's clock. `into`: how far into the sound that is, for a device that came late. */
  constructor(
    private readonly context: BaseAudioContext,
    private readonly at: number,
    private readonly into: number,
  ) {}

  noise(seconds: number, seed: number): AudioNode {
    return this.#loop(seconds, this.context.sampleRate, (samples) => fillNoise(samples, seed));
  }

  drops(seconds: number, seed: number, many: number): AudioNode {
    const rate = this.context.sampleRate;
    return this.#loop(seconds, rate, (samples) => fillDrops(samples, rate, { seed, many }));
  }

  /** Plays what a file holds, from its beginning again and again. */
  file(buffer: AudioBuffer): AudioNode {
    return this.#play(buffer);
  }

  tone(pitch: number, type: OscillatorType = "sine"): AudioNode {
    const tone = new OscillatorNode(this.context, { frequency: pitch, type });
    tone.start(this.at);
    this.#sources.push(tone);
    return tone;
  }

  filter(type: BiquadFilterType, frequency: number | Curve, sharpness = 0.7): BiquadFilterNode {
    const fixed = typeof frequency === "number";
    const filter = new BiquadFilterNode(this.context, { type, Q: sharpness, frequency: fixed ? frequency : 0 });
    if (!fixed) this.#curve(frequency).connect(filter.frequency);
    return filter;
  }

  gain(loud: number | Curve): GainNode {
    const fixed = typeof loud === "number";
    const gain = new GainNode(this.context, { gain: fixed ? loud : 0 });
    if (!fixed) this.#curve(loud).connect(gain.gain);
    return gain;
  }

  /** One after another; gives the last. */
  chain(first: AudioNode, ...rest: AudioNode[]): AudioNode {
    return rest.reduce((from, to) => from.connect(to), first);
  }

  /** All at once. */
  mix(...parts: AudioNode[]): AudioNode {
    const together = this.gain(1);
    for (const part of parts) part.connect(together);
    return together;
  }

  stop(at: number): void {
    for (const source of this.#sources) source.stop(at);
  }

  #curve(curve: Curve): AudioNode {
    return this.#loop(curve.seconds, SLOW, (samples) => fillCurve(samples, curve));
  }

  #loop(seconds: number, rate: number, fill: (samples: Float32Array) => void): AudioNode {
    const buffer = new AudioBuffer({ length: Math.round(seconds * rate), sampleRate: rate });
    fill(buffer.getChannelData(0));
    return this.#play(buffer);
  }

  #play(buffer: AudioBuffer): AudioNode {
    const source = new AudioBufferSourceNode(this.context, { buffer, loop: true });
    source.start(this.at, this.into % buffer.duration);
    this.#sources.push(source);
    return source;
  }
}
