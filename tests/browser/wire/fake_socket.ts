/** The browser's WebSocket as the wire sees it, driven by hand, so that a test can be the server and the network. */
export class FakeSocket {
  static last: FakeSocket;
  static made = 0;
  readonly sent: string[] = [];
  closed = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: object) => void) | null = null;

  constructor(readonly address: string) {
    FakeSocket.last = this;
    FakeSocket.made += 1;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  says(...packets: unknown[]): void {
    for (const data of packets) this.onmessage?.({ data });
  }

  breaks(): void {
    this.onclose?.({});
  }
}

export const OPEN = '0{"sid":"s","upgrades":[],"pingTimeout":15000,"pingInterval":20000,"maxPayload":65536}';
export const LET_IN = '40/participant,{"sid":"t"}';

/** What a wire said, in order. */
export function ear() {
  const heard: string[] = [];
  return {
    heard,
    hears: {
      connected: () => void heard.push("connected"),
      lost: () => void heard.push("lost"),
      turnedAway: (message: string, why?: string) => void heard.push(`turned away: ${message} (${why})`),
      told: (name: string, payload: unknown) => void heard.push(`${name} ${JSON.stringify(payload)}`),
    },
  };
}
