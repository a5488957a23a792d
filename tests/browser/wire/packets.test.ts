import assert from "node:assert/strict";
import { test } from "node:test";
import { connectPacket, disconnectPacket, eventPacket, readPacket } from "../../../static/lib/wire/packets";

const read = (text: string) => readPacket(text, "/participant");

test("what we send is what the server was recorded to understand", () => {
  assert.equal(connectPacket("/participant", { language: "en" }), '40/participant,{"language":"en"}');
  assert.equal(eventPacket("/participant", "clock", { sent: 1 }), '42/participant,["clock",{"sent":1}]');
  assert.equal(disconnectPacket("/participant"), "41/participant,");
});

test("an opening says how long a line may be silent before it is dead", () => {
  const open =
    '0{"sid":"ClV8kYb4kvJMfuKmAAAA","upgrades":[],"pingTimeout":15000,"pingInterval":20000,"maxPayload":65536}';

  assert.deepEqual(read(open), { is: "open", patience: 35_000 });
});

test("the server lets us in, pings, and goes", () => {
  assert.deepEqual(read('40/participant,{"sid":"Z0f8lNqf3xY0aNn0AAAB"}'), { is: "connected" });
  assert.deepEqual(read("2"), { is: "ping" });
  assert.deepEqual(read("41/participant,"), { is: "closed" });
  assert.deepEqual(read("41/participant"), { is: "closed" });
  assert.deepEqual(read("1"), { is: "closed" });
  assert.deepEqual(read("6"), { is: "nothing" });
});

test("a refusal brings its sentence and its reason", () => {
  const no = '44/participant,{"message":"This link is no longer open.","data":{"why":"no_ticket"}}';

  assert.deepEqual(read(no), { is: "turned_away", message: "This link is no longer open.", why: "no_ticket" });
  assert.deepEqual(read('44/participant,{"message":"Unable to connect"}'), {
    is: "turned_away",
    message: "Unable to connect",
    why: undefined,
  });
});

test("an event brings its name and what was told, whatever stands in the words", () => {
  assert.deepEqual(read('42/participant,["done",{"id":"one"}]'), { is: "told", name: "done", payload: { id: "one" } });
  assert.deepEqual(read('42/participant,17["done",{"id":"one, [2]"}]'), {
    is: "told",
    name: "done",
    payload: { id: "one, [2]" },
  });
  assert.deepEqual(read('42/participant,["come_back"]'), { is: "told", name: "come_back", payload: undefined });
});

test("what is meant for others is nothing to us", () => {
  assert.deepEqual(read('42/facilitator,["view",{}]'), { is: "nothing" });
  assert.deepEqual(read('42/participants,["view",{}]'), { is: "nothing" });
  assert.deepEqual(read('42["view",{}]'), { is: "nothing" });
  assert.deepEqual(read('451-/participant,["view",{"_placeholder":true,"num":0}]'), { is: "nothing" });
});

test("what is no packet is not taken for one", () => {
  for (const text of [
    "",
    "9",
    "hello",
    "0",
    "0{}",
    '0{"pingInterval":"x"}',
    '42/participant,["view"',
    "42/participant,{}",
  ])
    assert.equal(read(text), null, text);
});
