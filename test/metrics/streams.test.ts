import { expect, it } from 'vitest'
import { streams } from '../../jobs/streams/index.ts'
import { streamDescriptions } from '../../server/metrics/streams.ts'

it('the streams pages tell of are the streams the jobs read, in their order', () => {
  expect(streamDescriptions.map(({ name }) => name)).toEqual(streams.map(({ name }) => name))
})

it('those that carry a history are those that are not only read as they are now', () => {
  expect(streamDescriptions.filter(({ carriesHistory }) => carriesHistory).map(({ name }) => name)).toEqual(
    streams.filter(({ walk }) => walk !== 'present').map(({ name }) => name),
  )
})
