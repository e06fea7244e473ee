import type { Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Language } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { addDays } from '../../periods/day.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import { readListedRows } from '../../store/conversation-list/details.ts'
import type { ListQuestion } from '../../store/conversation-list/question.ts'
import type { ListKey } from '../../store/conversation-list/page.ts'
import { isByTime } from '../../store/conversation-list/page.ts'
import { walkByTime, walkSorted } from '../../store/conversation-list/walk.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { conversationWords } from '../../text/conversation-words.ts'
import { ask, askAlone } from '../ask.ts'
import { exportColumns } from '../conversations/export-columns.ts'
import type { FileType } from '../conversations/export-file.ts'
import { fileTypes, sendFile } from '../conversations/export-file.ts'
import type { AskedList } from '../conversations/question-schema.ts'
import { askedList, exportQuestionSchema, restsOnBotRecords } from '../conversations/question-schema.ts'
import type { RowContext } from '../conversations/to-row.ts'
import { toRow } from '../conversations/to-row.ts'
import { everyRole, nothing } from '../description.ts'
import type { Endpoint } from '../endpoint.ts'
import { admit } from '../endpoint.ts'
import { parseRequest } from '../parse-request.ts'
import { rowContext } from './conversations.ts'

export const downloadConversationsCsv = fileEndpoint('csv')
export const downloadConversationsXlsx = fileEndpoint('xlsx')

type FileInput = z.output<typeof exportQuestionSchema>

/** The whole list as a file, in the same order, however long it is. */
function fileEndpoint(type: FileType): Endpoint {
  const endpoint: Endpoint = {
    method: 'get',
    path: `/api/v1/conversations.${type}`,
    summary: `All rows of the same list as GET /conversations as a file (${type}), in the same order`,
    access: everyRole,
    params: nothing,
    query: exportQuestionSchema,
    body: null,
    success: { status: 200, schema: z.string(), mediaType: fileTypes[type].split(';')[0] },
    problems: [422, 503],
    async serve(ctx, request, response) {
      const { person } = admit(ctx, request, everyRole)
      const { query } = parseRequest<unknown, FileInput, unknown>(endpoint, request)
      const list = askedList(ctx, person, query)
      const { answer } = await ask(ctx, { person, response }, 'rows', list.rows)
      if (query.metric !== undefined && answer.figure?.restsOnBotRecords)
        throw restsOnBotRecords(query.metric)
      const context = rowContext(ctx, list)
      const file = {
        type,
        name: `${fileName(list, context, query.lang)}.${type}`,
        title: conversationWords('conversations.caption', query.lang),
        columns: columnsOf(ctx, list, query.lang),
      }
      if (request.method === 'HEAD') return void response.type(fileTypes[type]).attachment(file.name).end()
      const keys = await keysOf(ctx, response, answer.list, list)
      await sendFile(response, file, rowsOf(ctx, keys, context))
    },
  }
  return endpoint
}

/** An order that is not that of time is worked out first, where it keeps nobody else waiting. */
async function keysOf(
  ctx: Context,
  response: Response,
  list: ListQuestion,
  { sorting }: AskedList,
): Promise<Iterable<ListKey[]>> {
  if (isByTime(sorting)) return walkByTime(ctx.db, list, sorting)
  return walkSorted(ctx.db, await askAlone(ctx, response, 'rowOrder', { list, sorting }))
}

function* rowsOf({ db }: Context, chunks: Iterable<ListKey[]>, context: RowContext) {
  for (const keys of chunks) yield readListedRows(db, keys).map((row) => toRow(row, context))
}

function columnsOf({ db }: Context, { rows: { brandIds, metric } }: AskedList, language: Language) {
  const settings = readAccountSettings(db)
  const zones = new Map(brandIds.map((id) => [id, brandSettingsOf(settings, id).zone]))
  const figure = metric && metricOf(metric.key)
  return exportColumns(language, zones, figure && { kind: figure.kind, name: figure.name[language] })
}

/** Brand, figure and days, so that files tell themselves apart; the days as people say them, the last one included. */
function fileName({ rows }: AskedList, { brandNames }: RowContext, language: Language): string {
  const { brandIds, metric, from, to } = rows
  const say = (key: Parameters<typeof conversationWords>[0]) => conversationWords(key, language)
  const brand = brandIds.length === 1 ? brandNames.get(brandIds[0]) : undefined
  const lastDay = to === undefined ? '' : addDays(to, -1)
  const days = from === undefined && to === undefined ? say('row.file.allDays') : `${from ?? ''}~${lastDay}`
  const parts = [
    say('row.file.name'),
    brand ?? say('row.file.all'),
    ...(metric ? [metricOf(metric.key).name[language]] : []),
    days,
  ]
  return parts.map((part) => part.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()).join('_')
}
