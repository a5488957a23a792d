import assert from "node:assert/strict";
import { test } from "node:test";
import * as weatherMap from "../../../static/activities/weather_map";
import { examplesOf, Phone, wall } from "./face";

const [named, , most, mixed] = examplesOf("weather_map");
const settings = named?.settings ?? {};

test("one or two kinds of weather are tapped, in any order, and a second tap takes one back", () => {
  const ana = new Phone(weatherMap, settings);

  ana.tap("Wind");
  ana.tap("Sun");
  assert.deepEqual(ana.answer, { weather: ["sun", "wind"] });
  ana.tap("Rain");
  assert.deepEqual(ana.answer, { weather: ["sun", "wind"] });
  ana.tap("Sun");
  ana.tap("Wind");

  assert.equal(ana.answer, null);
});

test("below ten the whole sky stays on the wall, and only what more than half chose stands out", () => {
  const html = wall(weatherMap, { settings, tally: most?.tally ?? {} });

  assert.match(html, /class="most".*Fog<\/span><span class="says">more than half/);
  for (const word of ["Sun", "Snow", "Storm"]) assert.match(html, new RegExp(word));
  assert.match(wall(weatherMap, { settings, tally: mixed?.tally ?? {} }), /The sky is mixed/);
});
