import { describeAnchor } from './other-anchors.ts'

describeAnchor('the demo account in the week of Seollal', '2027-02-08T09:00:00+09:00')

describeAnchor('the demo account in the week of Chuseok', '2027-09-15T09:00:00+09:00')
