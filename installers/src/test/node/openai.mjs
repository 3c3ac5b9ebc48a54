// OpenAI's own client library, unmodified, against an rbee queen.
//   node openai.mjs BASE_URL KEY CHAT_MODEL [EMBEDDING_MODEL]
// Prints one JSON line per check and exits 1 at the first that fails.
import assert from 'node:assert/strict';
import OpenAI from 'openai';

const [baseURL, apiKey, model, embeddingModel] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0, timeout: 60_000 });

async function check(name, run) {
  const result = await run();
  console.log(JSON.stringify({ check: name, ...result }));
}

await check('models', async () => {
  const ids = [];
  for await (const entry of client.models.list()) {
    assert.equal(entry.object, 'model');
    ids.push(entry.id);
  }
  assert.ok(ids.includes(model), `${model} is not in ${ids}`);
  assert.equal((await client.models.retrieve(model)).id, model);
  return { ids };
});

await check('chat', async () => {
  const { data: answer, response } = await client.chat.completions
    .create({ model, messages: [{ role: 'user', content: 'hello' }], max_tokens: 64, temperature: 0 })
    .withResponse();
  assert.equal(answer.object, 'chat.completion');
  assert.equal(answer.choices[0].message.role, 'assistant');
  assert.ok(answer.choices[0].message.content.length > 0);
  assert.ok(['stop', 'length'].includes(answer.choices[0].finish_reason));
  assert.ok(answer.usage.prompt_tokens > 0 && answer.usage.completion_tokens > 0);
  assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens);
  for (const header of ['x-rbee-worker', 'x-rbee-hive', 'x-rbee-route', 'x-rbee-queue-ms']) {
    assert.ok(response.headers.get(header), `${header} is missing`);
  }
  return { text: answer.choices[0].message.content };
});

await check('chat streamed', async () => {
  const stream = await client.chat.completions.create({
    model,
    messages: [{ role: 'system', content: 'Be kind.' }, { role: 'user', content: 'Who are you? 🐝' }],
    max_tokens: 64,
    temperature: 0,
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = '';
  let chunks = 0;
  let finish = null;
  let usage = null;
  for await (const chunk of stream) {
    assert.equal(chunk.object, 'chat.completion.chunk');
    text += chunk.choices[0]?.delta?.content ?? '';
    finish = chunk.choices[0]?.finish_reason ?? finish;
    usage = chunk.usage ?? usage;
    chunks++;
  }
  assert.ok(chunks > 3, 'not streamed');
  assert.ok(text.length > 0);
  assert.ok(finish === 'stop' || finish === 'length');
  assert.ok(usage.completion_tokens > 0);
  return { text, chunks };
});

await check('stream helper', async () => {
  const runner = client.chat.completions.stream({
    model,
    messages: [{ role: 'user', content: 'What is a hive?' }],
    max_tokens: 48,
  });
  const final = await runner.finalChatCompletion();
  assert.ok(final.choices[0].message.content.length > 0);
  return {};
});

const weather = {
  type: 'function',
  function: {
    name: 'weather',
    description: 'The weather of a city',
    parameters: {
      type: 'object',
      properties: { unit: { type: 'string', enum: ['celsius', 'kelvin'] }, days: { type: 'integer', minimum: 1, maximum: 9 } },
      required: ['unit', 'days'],
      additionalProperties: false,
    },
  },
};
const question = { role: 'user', content: 'What is the weather in Delft?' };

await check('tool call and its result', async () => {
  const answer = await client.chat.completions.create({
    model, messages: [question], tools: [weather], max_tokens: 128, temperature: 0,
    tool_choice: { type: 'function', function: { name: 'weather' } },
  });
  const { message, finish_reason: reason } = answer.choices[0];
  assert.equal(reason, 'tool_calls');
  const [call] = message.tool_calls;
  assert.equal(call.function.name, 'weather');
  const { unit, days } = JSON.parse(call.function.arguments);
  assert.ok(['celsius', 'kelvin'].includes(unit) && days >= 1 && days <= 9);
  const next = await client.chat.completions.create({
    model, max_tokens: 32, temperature: 0,
    messages: [question, message, { role: 'tool', tool_call_id: call.id, content: '12 degrees' }],
  });
  assert.ok(next.choices[0].message.content.length > 0);
  return { arguments: call.function.arguments };
});

await check('tool call streamed', async () => {
  const runner = client.chat.completions.stream({
    model, messages: [question], tools: [weather], tool_choice: 'required', max_tokens: 128, temperature: 0,
  });
  const final = await runner.finalChatCompletion();
  assert.equal(final.choices[0].finish_reason, 'tool_calls');
  const [call] = final.choices[0].message.tool_calls;
  assert.ok(call.id && call.type === 'function');
  JSON.parse(call.function.arguments);
  return { name: call.function.name };
});

await check('json schema', async () => {
  const answer = await client.chat.completions.create({
    model, messages: [question], max_tokens: 64, temperature: 0,
    response_format: { type: 'json_schema', json_schema: { name: 'w', schema: weather.function.parameters } },
  });
  assert.ok(JSON.parse(answer.choices[0].message.content).days >= 1);
  return {};
});

await check('image for a model that reads none is 400', async () => {
  const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } };
  await assert.rejects(
    client.chat.completions.create({ model, messages: [{ role: 'user', content: [{ type: 'text', text: 'What?' }, image] }] }),
    (e) => e instanceof OpenAI.BadRequestError && e.code === 'images_unsupported');
  return {};
});

await check('abort', async () => {
  const stream = await client.chat.completions.create({
    model, messages: [{ role: 'user', content: 'Tell me a short bee story' }], stream: true });
  for await (const chunk of stream) {
    if (chunk.choices[0]?.delta?.content) break;
  }
  stream.controller.abort();
  return {};
});

await check('completion', async () => {
  const answer = await client.completions.create({ model, prompt: 'Once upon a time', max_tokens: 16 });
  assert.equal(answer.object, 'text_completion');
  assert.equal(typeof answer.choices[0].text, 'string');
  return {};
});

if (embeddingModel) {
  await check('embeddings', async () => {
    const inputs = ['A bee flies.', 'An insect is in the air.', 'The invoice is overdue.'];
    const { data, usage } = await client.embeddings.create({ model: embeddingModel, input: inputs });
    assert.deepEqual(data.map((d) => d.index), [0, 1, 2]);
    const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
    const [bee, insect, invoice] = data.map((d) => d.embedding);
    assert.ok(dot(bee, insect) > dot(bee, invoice), 'meanings are not ordered');
    assert.ok(usage.prompt_tokens > 0);
    return { dimensions: bee.length };
  });
}

await check('bad key is 401', async () => {
  const stranger = new OpenAI({ baseURL, apiKey: 'sk-wrong', maxRetries: 0 });
  await assert.rejects(stranger.models.list(), (e) => e instanceof OpenAI.AuthenticationError && e.status === 401);
  return {};
});

await check('unknown model is 404', async () => {
  await assert.rejects(
    client.chat.completions.create({ model: 'no-such-model', messages: [{ role: 'user', content: 'x' }] }),
    (e) => e instanceof OpenAI.NotFoundError && e.status === 404 && e.code === 'model_not_found' && e.param === 'model');
  return {};
});

for (const [what, body] of Object.entries({
  'no messages': { model },
  'messages of the wrong type': { model, messages: 'hello' },
  'temperature out of range': { model, messages: [{ role: 'user', content: 'x' }], temperature: 99 },
  'max_tokens of the wrong type': { model, messages: [{ role: 'user', content: 'x' }], max_tokens: 'many' },
})) {
  await check(`bad body is 400: ${what}`, async () => {
    await assert.rejects(client.chat.completions.create(body), (e) => {
      assert.ok(e instanceof OpenAI.BadRequestError, `${e.constructor.name}: ${e.message}`);
      assert.ok(e.error.message.length > 10);
      return true;
    });
    return {};
  });
}
console.log(JSON.stringify({ done: true }));
