/** A wire over the whole library, for networks in which no WebSocket can be opened. Fetched only there. */
import { io, type Socket } from "socket.io-client";
import type { Hears, Introduction, Wire } from "./wire";

const PATIENCE = 8000;

export class LongPollingWire implements Wire {
  private readonly socket: Socket;

  constructor({ namespace, auth }: Introduction, hears: Hears) {
    const socket = io(namespace, {
      autoConnect: false,
      reconnection: false,
      // It moves to a WebSocket by itself, should one open after all.
      transports: ["polling", "websocket"],
      timeout: PATIENCE,
      auth: (give) => give(auth()),
    });
    socket.on("connect", () => hears.connected());
    socket.on("disconnect", () => hears.lost());
    socket.on("connect_error", (error: Error & { data?: { why?: string } }) => {
      // While it is active, it was the network and not the server that said no.
      if (socket.active) hears.lost();
      else hears.turnedAway(error.message, error.data?.why);
    });
    socket.onAny((name: string, payload: unknown) => hears.told(name, payload));
    this.socket = socket;
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  connect(): void {
    this.socket.connect();
  }

  disconnect(): void {
    this.socket.disconnect();
  }

  send(name: string, payload: object): void {
    if (this.connected) this.socket.emit(name, payload);
  }
}
