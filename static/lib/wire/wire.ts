/** A wire to one namespace of the server, whatever carries it. It neither retries nor keeps anything. */

/** What a wire says to whoever holds it. */
export interface Hears {
  connected(): void;
  /** It was open, or was being opened, and is not any more. */
  lost(): void;
  /** The server does not let us in: a sentence for the person, and the reason's name if there is one. */
  turnedAway(message: string, why: string | undefined): void;
  told(name: string, payload: unknown): void;
}

export interface Wire {
  readonly connected: boolean;
  /** Does nothing while it is open or being opened. */
  connect(): void;
  /** Says `lost` if it was connected. */
  disconnect(): void;
  /** Sends nothing unless it is connected. */
  send(name: string, payload: object): void;
}

export interface Introduction {
  /** `/participant`, say. */
  namespace: string;
  /** What we say of ourselves, asked for at each connection. */
  auth(): object;
}
