import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { AnyWay } from "../../../static/lib/wire/any_way";
import { ear, FakeSocket, LET_IN, OPEN } from "./fake_socket";

const real = { WebSocket: globalThis.WebSocket, fetch: globalThis.fetch, location: globalThis.location };
let asked: string[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  asked = [];
  answer = () => Promise.reject(new TypeError("no network"));
  Object.assign(globalThis, {
    WebSocket: FakeSocket,
    location: new URL("https://clinic.example/group"),
    fetch: (address: string) => {
      asked.push(address);
      return answer();
    },
  });
});
afterEach(() => {
  Object.assign(globalThis, real);
  mock.timers.reset();
});

function anasWire() {
  const { heard, hears } = ear();
  const wire = new AnyWay({ namespace: "/participant", auth: () => ({}) }, hears);
  wire.connect();
  return { wire, heard };
}

/** What was promised has been kept or broken by then. */
const settled = () => new Promise((done) => setImmediate(done));

test("the socket is opened where the page came from, under TLS if the page was", () => {
  anasWire();

  assert.equal(FakeSocket.last.address, "wss://clinic.example/socket.io/?EIO=4&transport=websocket");
});

test("a phone out of reach is lost, and looks for no other way", async () => {
  const { wire, heard } = anasWire();
  const made = FakeSocket.made;
  FakeSocket.last.breaks();
  await settled();
  wire.connect();

  assert.deepEqual(asked, ["/healthz"]);
  assert.deepEqual(heard, ["lost"]);
  assert.equal(FakeSocket.made, made + 1);
});

test("a line that was open and breaks is lost at once, without a question", () => {
  const { heard } = anasWire();
  FakeSocket.last.says(OPEN, LET_IN);
  FakeSocket.last.breaks();

  assert.deepEqual(heard, ["connected", "lost"]);
  assert.deepEqual(asked, []);
});

test("where a socket has opened, two that do not open are a restart, and the third makes us look", async () => {
  const { wire, heard } = anasWire();
  FakeSocket.last.says(OPEN, LET_IN);
  for (let times = 0; times < 3; times++) {
    FakeSocket.last.breaks();
    wire.connect();
  }
  assert.deepEqual(heard, ["connected", "lost", "lost", "lost"]);
  FakeSocket.last.breaks();
  await settled();

  assert.deepEqual(asked, ["/healthz"]);
  assert.equal(heard.length, 5);
});

test("a look that leads nowhere ends by itself", async () => {
  answer = () => new Promise(() => undefined);
  const { heard } = anasWire();
  FakeSocket.last.breaks();
  mock.timers.tick(8000);
  await settled();

  assert.deepEqual(heard, ["lost"]);
});

test("whoever disconnects during a look is not connected by it", async () => {
  let told: (response: Response) => void = () => undefined;
  answer = () => new Promise((tell) => (told = tell));
  const { wire, heard } = anasWire();
  FakeSocket.last.breaks();
  wire.disconnect();
  told(new Response("{}", { status: 503 }));
  await settled();

  assert.deepEqual(heard, []);
});
