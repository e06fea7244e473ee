import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import compression from 'compression'
import express from 'express'

const page = `<!doctype html><title>The least</title><canvas width="900" height="320"></canvas>
<script src="/chart.umd.js"></script>
<script>
  fetch('/series.json').then((answer) => answer.json()).then(({ weeks }) => new Chart(document.querySelector('canvas'), {
    type: 'line',
    data: { labels: weeks.map((week) => week.from), datasets: [{ data: weeks.map((week) => week.value) }] },
    options: { animation: false, responsive: false },
  }))
</script>`

/** A page that does nothing but draw the numbers, with the chart library we use: no page can do with less. */
export async function servePlainPage(series: string): Promise<{ url: string; close(): Promise<void> }> {
  const chart = join(dirname(createRequire(import.meta.url).resolve('chart.js')), 'chart.umd.js')
  const app = express().use(compression())
  app.get('/', (_request, response) => response.type('html').send(page))
  app.get('/chart.umd.js', (_request, response) => response.sendFile(chart))
  app.get('/series.json', (_request, response) => response.type('json').send(series))
  return listen(app)
}

/** Listens on a free port, under the name that our own server has, so that both resolve alike. */
export async function listen(app: express.Express): Promise<{ url: string; close(): Promise<void> }> {
  const server = app.listen(0)
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
