import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// The least Node can do: the same bytes and the same header lines, without looking at the request.
const body = readFileSync(process.env.BODY ?? '')
const headers = JSON.parse(process.env.HEADERS ?? '[]') as string[]
createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
