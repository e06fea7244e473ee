import type { Endpoint } from './endpoint.ts'
import { readAgreement } from './routes/agreement.ts'
import {
  createAlert,
  deleteAlert,
  listAlertHistory,
  listAlerts,
  pauseAlert,
  resumeAlert,
  snoozeAlert,
  tryAlert,
  updateAlert,
} from './routes/alerts.ts'
import { listAligned } from './routes/aligned.ts'
import { readBot } from './routes/bot.ts'
import { listBrands } from './routes/brands.ts'
import { readComparison } from './routes/comparison.ts'
import { listComparisons } from './routes/comparisons.ts'
import { downloadConversationsCsv, downloadConversationsXlsx } from './routes/conversations-file.ts'
import { listConversations } from './routes/conversations.ts'
import { readCsat } from './routes/csat.ts'
import { followDataHealth } from './routes/data-health-stream.ts'
import { readDataHealth } from './routes/data-health.ts'
import { readDistribution } from './routes/distribution.ts'
import { createEvent, deleteEvent, listEvents, updateEvent } from './routes/events.ts'
import { listFilterChoices } from './routes/filter-choices.ts'
import { deleteGoal, listGoals, putGoal } from './routes/goals.ts'
import { healthz, readyz } from './routes/health.ts'
import { uploadImport } from './routes/import-upload.ts'
import {
  downloadImportProblems,
  listImports,
  previewImport,
  readOneImport,
  removeImport,
  runImport,
} from './routes/imports.ts'
import { readJob, runJob } from './routes/jobs.ts'
import { readLevels } from './routes/levels.ts'
import { listMetrics } from './routes/metrics.ts'
import { openApiDocument } from './routes/openapi.ts'
import { downloadBrandPdf, downloadComparePdf, downloadOverviewPdf } from './routes/pdf.ts'
import { readSession, signIn, signOut } from './routes/session.ts'
import {
  downloadOutboxAttachment,
  downloadOutboxMail,
  listOutboxMails,
  readOutboxMail,
  showOutboxMail,
} from './routes/outbox.ts'
import { createMailGroup, deleteMailGroup, updateMailGroup } from './routes/mail-groups.ts'
import { previewReport, showReportPreview } from './routes/report-previews.ts'
import { clearRefusedAddress, sendDeliveryAgain } from './routes/report-deliveries.ts'
import {
  createReport,
  deleteReport,
  listReportDeliveries,
  listReports,
  pauseReport,
  resumeReport,
  sendReportToMe,
  updateReport,
} from './routes/reports.ts'
import { readTeam } from './routes/team.ts'
import { askToUnsubscribe, subscribeAgain, unsubscribeWithOneClick } from './routes/unsubscribe.ts'

const described: readonly Endpoint[] = [
  healthz,
  readyz,
  signIn,
  readSession,
  signOut,
  listBrands,
  listMetrics,
  listComparisons,
  readComparison,
  readDistribution,
  listAligned,
  readAgreement,
  readLevels,
  listGoals,
  putGoal,
  deleteGoal,
  readTeam,
  listEvents,
  createEvent,
  updateEvent,
  deleteEvent,
  readBot,
  readCsat,
  listConversations,
  downloadConversationsCsv,
  downloadConversationsXlsx,
  listFilterChoices,
  downloadOverviewPdf,
  downloadBrandPdf,
  downloadComparePdf,
  readDataHealth,
  followDataHealth,
  runJob,
  readJob,
  uploadImport,
  listImports,
  readOneImport,
  previewImport,
  runImport,
  removeImport,
  downloadImportProblems,
  listReports,
  createReport,
  previewReport,
  showReportPreview,
  updateReport,
  deleteReport,
  pauseReport,
  resumeReport,
  sendReportToMe,
  listReportDeliveries,
  clearRefusedAddress,
  sendDeliveryAgain,
  listAlerts,
  createAlert,
  tryAlert,
  updateAlert,
  deleteAlert,
  pauseAlert,
  resumeAlert,
  snoozeAlert,
  listAlertHistory,
  createMailGroup,
  updateMailGroup,
  deleteMailGroup,
  listOutboxMails,
  readOutboxMail,
  showOutboxMail,
  downloadOutboxMail,
  downloadOutboxAttachment,
  askToUnsubscribe,
  unsubscribeWithOneClick,
  subscribeAgain,
]

/** Every address the server answers with data. */
export const endpoints: readonly Endpoint[] = [...described, openApiDocument(described)]
