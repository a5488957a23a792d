/**
 * A wire by whatever way there is: a WebSocket, and on networks that let none through, long polling.
 * The server must be seen to answer before the second is fetched: a phone out of reach has no use for it.
 */
import { WebSocketWire } from "./web_socket";
import type { Hears, Introduction, Wire } from "./wire";

/** Once one has opened here, a restart of the server is likelier than another network. */
const ENOUGH = 3;
/** A look at the other way takes no longer than this. */
const PATIENCE = 8000;

export class AnyWay implements Wire {
  private wire: Wire;
  private everOpened = false;
  /** Attempts in a row that did not get through. */
  private missed = 0;
  /** The look under way: whoever disconnects ends it. */
  private looking: object | null = null;

  constructor(
    private readonly who: Introduction,
    private readonly hears: Hears,
  ) {
    const address = `${location.origin.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`;
    const first = new WebSocketWire(address, who, { ...hears, lost: () => this.lost(first.opened) });
    this.wire = first;
  }

  get connected(): boolean {
    return this.wire.connected;
  }

  connect(): void {
    if (!this.looking) this.wire.connect();
  }

  disconnect(): void {
    this.looking = null;
    this.wire.disconnect();
  }

  send(name: string, payload: object): void {
    this.wire.send(name, payload);
  }

  private lost(opened: boolean): void {
    this.everOpened ||= opened;
    this.missed = opened ? 0 : this.missed + 1;
    if (this.missed < (this.everOpened ? ENOUGH : 1)) this.hears.lost();
    else void this.look();
  }

  private async look(): Promise<void> {
    const look = {};
    this.looking = look;
    const other = await Promise.race([otherWay(), pause(PATIENCE)]);
    if (this.looking !== look) return;
    this.looking = null;
    if (other) {
      this.wire = new other.LongPollingWire(this.who, this.hears);
      this.wire.connect();
    } else this.hears.lost();
  }
}

/** The code for the other way, if the server answers at all. */
async function otherWay() {
  const answers = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  return answers?.ok ? import("./long_polling").catch(() => null) : null;
}

function pause(milliseconds: number): Promise<null> {
  return new Promise((done) => setTimeout(done, milliseconds, null));
}
