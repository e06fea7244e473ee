/** What the documents for meetings say in English, beside the words of the pages. */
export const pdfEnglish = {
  'pdf.save': 'PDF',
  'pdf.saveLabel': 'Save this page as a PDF for meetings',
  'pdf.drawing': 'Drawing …',
  'pdf.busy': 'Many documents are being drawn; try again in a moment.',
  'pdf.failed': 'The document could not be drawn. Try again; if it stays, tell your administrator.',
  'pdf.page': '{page} / {pages}',
  'pdf.footer': 'Cutover · {title} · as of {moment}',
  'pdf.asOf': 'Figures as of {moment}',
  'pdf.for': 'For {name} · {brands}',
  'pdf.forNobody': 'For {name}',
  'pdf.allBrands': 'all {n} brands',
  'pdf.subject': 'Before and after the move to messaging',
  'pdf.glance': 'At a glance',
  'pdf.figure': 'Figure',
  'pdf.attention': 'What needs a person',
  'pdf.nothingNeeded': 'Nothing waits for a person.',
  'pdf.further':
    'Figures that show details; they are in no headline and no mail. Days are named below each value.',
  'pdf.method': 'How it was compared: {method}',
  'pdf.definitions': 'What the figures mean',
  'pdf.glossary': 'Every figure with its definition: {address}',
  'pdf.narrowed':
    'A question of its own, narrowed to: {filters}. It is no part of the report, and its verdicts are not the report’s.',
  'pdf.empty':
    'There is no brand to show yet. Brands appear after the first sync with Zendesk, or once an administrator has given you some.',
} as const
