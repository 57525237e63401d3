// The vendor's npm package as a client: plays every scene, prints what it saw as one JSON.
// node openai_node.mjs MODULE BASE_URL KEY FAULTY_URL FOLDER
// Files come first in the form, chunked, and as application/octet-stream unless said otherwise.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, baseURL, apiKey, faultyURL, folder] = process.argv.slice(2);
const require = createRequire(pathToFileURL(path.join(modules, "package.json")));
const { default: OpenAI, toFile } = require("openai");
const { VERSION } = require("openai/version");

const file = (name) => fs.createReadStream(path.join(folder, name));
const client = (url, key = apiKey) => new OpenAI({ baseURL: url, apiKey: key, maxRetries: 0 });
const good = client(baseURL);

const edit = (sdk, choices) => {
  const fields = { image: file("image.png"), mask: file("mask.png"), prompt: "a meadow", model: "gpt-image-2", ...choices };
  for (const name of Object.keys(fields)) if (fields[name] === null) delete fields[name];
  return sdk.images.edit(fields);
};

const plain = async (choices = {}) => {
  const { data, response } = await edit(good, choices).withResponse();
  return {
    images: data.data.map((item) => item.b64_json),
    usage: data.usage.total_tokens,
    quality: data.quality,
    size: data.size,
    background: data.background,
    output_format: data.output_format,
    request_id: response.headers.get("x-request-id"),
  };
};

const stream = async () => {
  const events = [];
  for await (const event of await edit(good, { stream: true, partial_images: 3 })) events.push(event);
  const completed = events.at(-1);
  return {
    types: events.map((event) => event.type),
    indexes: events.slice(0, -1).map((event) => event.partial_image_index),
    images: [completed.b64_json],
    usage: completed.usage.total_tokens,
  };
};

const urls = async () => {
  const item = (await edit(good, { response_format: "url" })).data[0];
  const fetched = await (await fetch(item.url)).arrayBuffer();
  return { images: [Buffer.from(fetched).toString("base64")], b64_json: item.b64_json ?? null };
};

const refusal = async (sdk, choices = {}) => {
  try {
    await edit(sdk, choices);
  } catch (error) {
    return {
      class: error.constructor.name,
      status: error.status,
      code: error.code,
      param: error.param,
      type: error.type,
      message: error.error?.message,
      request_id: error.requestID,
    };
  }
  return { class: "none" };
};

const models = async () => {
  const ids = [];
  for await (const model of good.models.list()) ids.push(model.id);
  return ids.sort();
};

const scenes = {
  plain: () => plain({ n: 2, quality: "low", size: "auto" }),
  stream,
  "several images": async () =>
    plain({ image: [file("image.png"), await toFile(file("image.png"), "b.png", { type: "image/png" })] }),
  "list of one": () => plain({ image: [file("image.png")] }),
  url: urls,
  "own transparency": () => plain({ image: file("hole.png"), mask: null }),
  webp: () => plain({ output_format: "webp", output_compression: 60 }),
  models,
  "streaming two": () => refusal(good, { stream: true, n: 2 }),
  "unknown model": () => refusal(good, { model: "nope" }),
  "no picture": async () => refusal(good, { image: await toFile(Buffer.from("Example data"), "upload") }),
  "long prompt": () => refusal(good, { prompt: "x".repeat(32001) }),
  transparent: () => refusal(good, { background: "transparent" }),
  "wrong mask": () => refusal(good, { mask: file("small.png") }),
  "wrong key": () => refusal(client(baseURL, "sk-no")),
  moderation: () => refusal(client(faultyURL)),
};

const seen = { version: VERSION };
for (const [name, scene] of Object.entries(scenes)) seen[name] = await scene();
console.log(JSON.stringify(seen));
