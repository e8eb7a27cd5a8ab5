import { createServer } from "node:http";

// The yardstick of what is answered from what is kept: Node's own server, sending the same head and the same bytes.
// node bare-server.js PORT, and what to send on the standard input: { status, headers, body } in JSON, body in base64.
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { status, headers, body } = JSON.parse(Buffer.concat(chunks).toString()) as {
  status: number;
  headers: string[];
  body: string;
};
const bytes = Buffer.from(body, "base64");
const server = createServer((_, response) => {
  response.writeHead(status, headers);
  if (bytes.length > 0) response.end(bytes);
  else response.end();
});
server.keepAliveTimeout = 65_000;
server.listen(Number(process.argv[2]), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
