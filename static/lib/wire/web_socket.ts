/** A wire over one WebSocket, in a twelfth of the bytes of the library that can do everything. */
import { connectPacket, disconnectPacket, eventPacket, type Packet, PONG, readPacket } from "./packets";
import type { Hears, Introduction, Wire } from "./wire";

/** Until the server has opened the socket, and again until it has let us in. */
const PATIENCE = 8000;

export class WebSocketWire implements Wire {
  connected = false;
  /** Whether the attempt under way, or the last one, got through to the server. */
  opened = false;
  private socket: WebSocket | null = null;
  private patience = PATIENCE;
  private deadline = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly address: string,
    private readonly who: Introduction,
    private readonly hears: Hears,
  ) {
    // The socket itself would notice only after a while.
    globalThis.addEventListener?.("offline", () => this.socket && this.lost());
  }

  connect(): void {
    if (this.socket) return;
    const socket = new WebSocket(this.address);
    const ours = <Given>(then: (given: Given) => void) => {
      return (given: Given) => {
        if (this.socket === socket) then(given);
      };
    };
    socket.onmessage = ours(({ data }) => this.heard(data));
    socket.onclose = ours(() => this.lost());
    this.socket = socket;
    this.opened = false;
    this.patience = PATIENCE;
    this.wait();
  }

  disconnect(): void {
    if (this.connected) this.socket?.send(disconnectPacket(this.who.namespace));
    const was = this.connected;
    this.release();
    if (was) this.hears.lost();
  }

  send(name: string, payload: object): void {
    if (!this.connected) return;
    // After a sleep the timers come late: a message must not go into a line that is known to be dead.
    if (Date.now() > this.deadline) this.lost();
    else this.socket?.send(eventPacket(this.who.namespace, name, payload));
  }

  private heard(data: unknown): void {
    const packet = typeof data === "string" ? readPacket(data, this.who.namespace) : null;
    if (packet) this.take(packet);
    else this.lost();
    if (this.socket) this.wait();
  }

  private take(packet: Packet): void {
    switch (packet.is) {
      case "open":
        this.opened = true;
        this.patience = packet.patience;
        this.socket?.send(connectPacket(this.who.namespace, this.who.auth()));
        break;
      case "ping":
        this.socket?.send(PONG);
        break;
      case "connected":
        this.connected = true;
        this.hears.connected();
        break;
      case "closed":
        this.lost();
        break;
      case "turned_away":
        this.release();
        this.hears.turnedAway(packet.message, packet.why);
        break;
      case "told":
        this.hears.told(packet.name, packet.payload);
    }
  }

  private wait(): void {
    const patience = this.connected ? this.patience : PATIENCE;
    clearTimeout(this.timer);
    this.deadline = Date.now() + patience;
    this.timer = setTimeout(() => this.lost(), patience);
  }

  private lost(): void {
    this.release();
    this.hears.lost();
  }

  private release(): void {
    const socket = this.socket;
    clearTimeout(this.timer);
    this.socket = null;
    this.connected = false;
    socket?.close();
  }
}
