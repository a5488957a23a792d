// Given to a page before its own scripts: remembers what it sends to its loudspeaker, and when that is heard.
(() => {
  const contexts = [];
  const starts = [];
  const Real = window.AudioContext;
  window.AudioContext = class extends Real {
    constructor(...given) {
      super(...given);
      contexts.push({ context: this, ear: super.createAnalyser() });
    }
  };
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (to, ...more) {
    const here = contexts.find(({ context }) => context === this.context);
    if (here && to === here.context.destination) connect.call(this, here.ear);
    return connect.call(this, to, ...more);
  };
  for (const kind of [AudioBufferSourceNode, OscillatorNode]) {
    const start = kind.prototype.start;
    kind.prototype.start = function (when, ...more) {
      if (this.context instanceof Real) starts.push({ context: this.context, when });
      return start.call(this, when, ...more);
    };
  }
  window.ears = {
    woken: () => contexts.length,
    loud: () =>
      Math.max(
        0,
        ...contexts.map(({ ear }) => {
          const samples = new Float32Array(ear.fftSize);
          ear.getFloatTimeDomainData(samples);
          return Math.max(...samples.map(Math.abs));
        }),
      ),
    // When the newest sound is heard first, in ms since 1970 by the machine's clock.
    begins: () => {
      const { context, when } = starts.at(-1);
      const { contextTime, performanceTime } = context.getOutputTimestamp();
      return performance.timeOrigin + performanceTime + 1000 * (when - contextTime);
    },
  };
})();
