import type { z } from 'zod'
import { agreementAnswerSchema } from './agreement-schema.ts'
import * as alerts from './alerts/schemas.ts'
import { alignedAnswerSchema } from './aligned-schemas.ts'
import * as answers from './answer-schemas.ts'
import { botAnswerSchema, botFunnelSchema, pageWindowSchema } from './bot-schemas.ts'
import { comparisonSchema, effectSchema, pooledSchema, windowValueSchema } from './comparison-schemas.ts'
import {
  conversationRowSchema,
  conversationsAnswerSchema,
  filterChoicesAnswerSchema,
} from './conversations/schemas.ts'
import { csatAnswerSchema } from './csat-schemas.ts'
import { dataHealthAnswerSchema } from './data-health/schema.ts'
import { comparisonDetailSchema } from './detail-schemas.ts'
import { distributionAnswerSchema } from './distribution-schemas.ts'
import { eventsAnswerSchema, eventSchema } from './event-schemas.ts'
import { goalSchema, goalsAnswerSchema } from './goal-schemas.ts'
import {
  importAnswerSchema,
  importJobAnswerSchema,
  importPreviewSchema,
  importsAnswerSchema,
} from './import-schemas.ts'
import { jobAnswerSchema } from './job-schemas.ts'
import { levelsAnswerSchema } from './levels-schemas.ts'
import { outboxAnswerSchema, outboxMailAnswerSchema } from './outbox/schemas.ts'
import * as reports from './reports/schemas.ts'
import { teamAnswerSchema, teamWindowSchema } from './team-schemas.ts'

/** Shapes that get a name of their own in the OpenAPI document: every answer, and what several of them are made of. */
export const namedSchemas: Record<string, z.ZodType> = {
  Effect: effectSchema,
  WindowValue: windowValueSchema,
  SeriesWeek: answers.seriesWeekSchema,
  SeriesMark: answers.seriesMarkSchema,
  PageWindow: pageWindowSchema,
  Comparison: comparisonSchema,
  PooledComparison: pooledSchema,
  ComparisonDetail: comparisonDetailSchema,
  QuestionFilter: answers.questionFilterSchema,
  ComparisonsAnswer: answers.comparisonsAnswerSchema,
  SeriesAnswer: answers.seriesAnswerSchema,
  AgreementAnswer: agreementAnswerSchema,
  AlignedAnswer: alignedAnswerSchema,
  LevelsAnswer: levelsAnswerSchema,
  DistributionAnswer: distributionAnswerSchema,
  BotFunnel: botFunnelSchema,
  BotAnswer: botAnswerSchema,
  CsatAnswer: csatAnswerSchema,
  TeamWindow: teamWindowSchema,
  TeamAnswer: teamAnswerSchema,
  ConversationRow: conversationRowSchema,
  ConversationsAnswer: conversationsAnswerSchema,
  FilterChoicesAnswer: filterChoicesAnswerSchema,
  Event: eventSchema,
  EventsAnswer: eventsAnswerSchema,
  Goal: goalSchema,
  GoalsAnswer: goalsAnswerSchema,
  ImportPreview: importPreviewSchema,
  ImportAnswer: importAnswerSchema,
  ImportsAnswer: importsAnswerSchema,
  ImportJobAnswer: importJobAnswerSchema,
  JobAnswer: jobAnswerSchema,
  Report: reports.reportSummarySchema,
  ReportsAnswer: reports.reportsAnswerSchema,
  ReportPreviewAnswer: reports.reportPreviewAnswerSchema,
  AlertFacts: alerts.alertFactsSchema,
  AlertSummary: alerts.alertSummarySchema,
  AlertsAnswer: alerts.alertsAnswerSchema,
  AlertHistoryAnswer: alerts.alertHistoryAnswerSchema,
  AlertTrialAnswer: alerts.alertTrialAnswerSchema,
  SendToMeAnswer: reports.sendToMeAnswerSchema,
  DeliveriesAnswer: reports.deliveriesAnswerSchema,
  MailGroup: reports.mailGroupSchema,
  OutboxAnswer: outboxAnswerSchema,
  OutboxMailAnswer: outboxMailAnswerSchema,
  BrandsAnswer: answers.brandsAnswerSchema,
  MetricsAnswer: answers.metricsAnswerSchema,
  DataHealthAnswer: dataHealthAnswerSchema,
  SessionAnswer: answers.sessionAnswerSchema,
  Problem: answers.problemSchema,
}
