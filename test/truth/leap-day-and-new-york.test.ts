import { describeAnchor } from './other-anchors.ts'

describeAnchor('the demo account on a leap day', '2028-02-29T09:00:00+09:00')

describeAnchor(
  'the demo account in the week in which clocks change, with two brands in New York',
  '2027-03-15T09:00:00+09:00',
  { faster: 'America/New_York', never_moved: 'America/New_York' },
)
